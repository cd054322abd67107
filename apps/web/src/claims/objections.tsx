import { type FormEvent, useRef, useState } from 'react'
import { newId } from '../api/new-id.ts'
import { messageAt } from '../api/refused.ts'
import { useDeed } from '../api/use-deed.ts'
import { Failure } from '../design/failure.tsx'
import { Field } from '../design/field.tsx'
import { dayText } from '../format/day.ts'
import { activePost, useSession } from '../sign-in/session.tsx'
import { type ClaimShown, decideOnClaim } from './calls.ts'
import { useClaimWords } from './use-claim-words.ts'

/** What the family objects to: in its own words, with the answer, or the form to give it. */
export function Objections({ claim, onDone }: { readonly claim: ClaimShown; readonly onDone: () => void }) {
  const { words, language } = useClaimWords()
  const { session } = useSession()
  const decides = activePost(session)?.abilities.includes('decide-claims') ?? false
  if (claim.objections.length === 0) return null
  return (
    <section className="panel stack" aria-labelledby="objections">
      <h2 id="objections">{words.objection}</h2>
      {claim.objections.map(({ id, on, words: said, answer }) => (
        <div key={id} className="stack">
          <p className="fine quiet">{words.objected(dayText(on, language))}</p>
          <blockquote lang="zh-CN">{said}</blockquote>
          {answer === null ? (
            decides ? (
              <AnswerForm claim={claim} objection={id} onDone={onDone} />
            ) : null
          ) : (
            <p>
              <strong>{answer.upheld ? words.upheld : words.denied}</strong>{' '}
              <span className="fine quiet">{words.answered(dayText(answer.on, language))}</span>{' '}
              <span lang="zh-CN">{answer.words}</span>
            </p>
          )}
        </div>
      ))}
    </section>
  )
}

function AnswerForm({
  claim,
  objection,
  onDone,
}: {
  readonly claim: ClaimShown
  readonly objection: string
  readonly onDone: () => void
}) {
  const { words } = useClaimWords()
  const id = useRef(newId())
  const [said, setSaid] = useState('')
  const deed = useDeed(
    (upheld: boolean) =>
      decideOnClaim(claim.id, { kind: 'objection', id: id.current, objection, upheld, words: said.trim() }),
    onDone,
  )
  const submit = (event: FormEvent): void => event.preventDefault()
  const idle = !deed.doing && said.trim() !== ''
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <Field label={words.objectionAnswer} hint={words.notOwn} error={messageAt(deed.failed?.problem ?? null, 'words')}>
        {(props) => <textarea {...props} rows={2} value={said} onChange={(event) => setSaid(event.target.value)} />}
      </Field>
      <Failure failed={deed.failed} fields={['words']} />
      <div className="row">
        <button type="button" className="button" disabled={!idle} onClick={() => deed.run(true)}>
          {words.uphold}
        </button>
        <button type="button" className="choice fit" disabled={!idle} onClick={() => deed.run(false)}>
          {words.deny}
        </button>
      </div>
    </form>
  )
}
