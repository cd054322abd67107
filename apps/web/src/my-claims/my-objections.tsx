import { type FormEvent, useRef, useState } from 'react'
import { newId } from '../api/new-id.ts'
import { messageAt } from '../api/refused.ts'
import { useDeed } from '../api/use-deed.ts'
import { Failure } from '../design/failure.tsx'
import { Field } from '../design/field.tsx'
import { dayText } from '../format/day.ts'
import { type MyClaimShown, objectTo } from './calls.ts'
import { useMyClaimWords } from './use-my-claim-words.ts'

/** What the family objected to with the answers, and the way to object. */
export function MyObjections({ claim, onDone }: { readonly claim: MyClaimShown; readonly onDone: () => void }) {
  const { words, language } = useMyClaimWords()
  return (
    <>
      {claim.objections.map(({ id, on, words: said, answer }) => (
        <section key={id} className="card stack" aria-label={words.objected(dayText(on, language))}>
          <p className="small quiet">{words.objected(dayText(on, language))}</p>
          <p lang="zh-CN">{said}</p>
          <p className={answer === null ? 'small waiting-note' : ''}>
            <strong>
              {answer === null ? words.objectOpen : answer.upheld ? words.objectUpheld : words.objectDenied}
            </strong>
          </p>
          {answer === null ? null : <p lang="zh-CN">{answer.words}</p>}
        </section>
      ))}
      {claim.mayObject ? <ObjectForm id={claim.id} onDone={onDone} /> : null}
    </>
  )
}

function ObjectForm({ id, onDone }: { readonly id: string; readonly onDone: () => void }) {
  const { words } = useMyClaimWords()
  const objection = useRef(newId())
  const [said, setSaid] = useState('')
  const deed = useDeed(objectTo, () => {
    objection.current = newId()
    setSaid('')
    onDone()
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    deed.run(id, objection.current, said.trim())
  }
  return (
    <details>
      <summary>{words.object}</summary>
      <form className="stack" onSubmit={submit} noValidate>
        <p className="small">{words.objectLead}</p>
        <Field label={words.objectWords} error={messageAt(deed.failed?.problem ?? null, 'words')}>
          {(props) => <textarea {...props} rows={3} value={said} onChange={(event) => setSaid(event.target.value)} />}
        </Field>
        <Failure failed={deed.failed} fields={['words']} />
        <div>
          <button type="submit" className="button" disabled={deed.doing || said.trim() === ''}>
            {words.objectSend}
          </button>
        </div>
      </form>
    </details>
  )
}
