import { type FormEvent, useRef, useState } from 'react'
import { newId } from '../../api/new-id.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { useDeed } from '../../api/use-deed.ts'
import { Failure } from '../../design/failure.tsx'
import { useStaff } from '../../sign-in/session.tsx'
import { actOnCases, fetchColleagues } from '../calls.ts'
import type { CaseActionSent, QueueLine } from '../case-types.ts'
import { useCaseDeskWords } from '../words/use-case-desk-words.ts'
import { lineKey } from './line-key.ts'

/** What can be done to many at once: each for itself, so that one that cannot be done keeps back no other. */
export function BulkBar({
  lines,
  onDone,
  onClear,
}: {
  readonly lines: readonly QueueLine[]
  readonly onDone: () => void
  readonly onClear: () => void
}) {
  const { words, say } = useCaseDeskWords()
  const { session } = useStaff()
  const [handing, setHanding] = useState(false)
  // One id a line and deed until it is done: pressed again after a lost answer, nothing is done twice.
  const ids = useRef(new Map<string, string>())
  const [results, setResults] = useState<
    readonly { readonly who: string; readonly messages: readonly string[] }[] | null
  >(null)
  const [done, setDone] = useState(0)
  const deed = useDeed(
    async (kind: string, more: (line: QueueLine) => Readonly<Record<string, unknown>>) => {
      const able = lines.filter(({ item }) => item !== null)
      const actions = able.map((line) => {
        const key = `${kind} ${lineKey(line)}`
        const id = ids.current.get(key) ?? newId()
        ids.current.set(key, id)
        const action: CaseActionSent = { kind, id, item: line.item, ...more(line) }
        return { caseId: line.caseId, action }
      })
      const answer = await actOnCases(actions)
      return answer.results.map((result, index) => ({ ...result, line: able[index] }))
    },
    (came) => {
      ids.current.clear()
      setDone(came.filter(({ taken }) => taken).length)
      setResults(
        came
          .filter(({ taken }) => !taken)
          .map(({ line, problems }) => ({
            who: line?.about ?? line?.number ?? '',
            messages: problems.map(({ message }) => say(message)),
          })),
      )
      setHanding(false)
      onDone()
    },
  )
  return (
    <>
      {results === null ? null : (
        <div className={results.length === 0 ? 'notice done' : 'notice warn'} role="status">
          {done === 0 ? null : <p>{words.bulkDone(done)}</p>}
          {results.length === 0 ? null : <p>{words.bulkRefused(results.length)}</p>}
          {results.map(({ who, messages }) => (
            <p key={who + messages.join(' ')} className="fine">
              <span lang="zh-CN">{who}</span> {messages.join(' ')}
            </p>
          ))}
        </div>
      )}
      {lines.length === 0 ? null : (
        <div className="panel row bulk" role="group" aria-label={words.selected(lines.length)}>
          <strong>{words.selected(lines.length)}</strong>
          <button
            type="button"
            className="choice fit"
            disabled={deed.doing}
            onClick={() => deed.run('substitute', () => ({ officer: session.user.id }))}
          >
            {words.bulkMine}
          </button>
          <button
            type="button"
            className="choice fit"
            disabled={deed.doing || lines.every(({ what }) => what !== 'begin')}
            onClick={() => deed.run('start', () => ({}))}
          >
            {words.bulkStart}
          </button>
          <button type="button" className="choice fit" aria-expanded={handing} onClick={() => setHanding(!handing)}>
            {words.bulkHandOver}
          </button>
          <button type="button" className="quiet-button" onClick={onClear}>
            {words.bulkClear}
          </button>
          {handing ? (
            <HandOver
              doing={deed.doing}
              onSend={(office, why) => deed.run('hand-over', () => ({ office, words: why }))}
            />
          ) : null}
        </div>
      )}
      <Failure failed={deed.failed} />
    </>
  )
}

function HandOver({
  doing,
  onSend,
}: {
  readonly doing: boolean
  readonly onSend: (office: string, why: string) => void
}) {
  const { words, say } = useCaseDeskWords()
  const { value } = useAnswer(fetchColleagues)
  const [office, setOffice] = useState('')
  const [why, setWhy] = useState('')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onSend(office, why.trim())
  }
  return (
    <form className="row" onSubmit={submit}>
      <select
        className="fit"
        aria-label={words.office}
        value={office}
        onChange={(event) => setOffice(event.target.value)}
      >
        <option value="">{words.office}</option>
        {(value?.offices ?? []).map(({ id, name }) => (
          <option key={id} value={id}>
            {say(name)}
          </option>
        ))}
      </select>
      <input
        type="text"
        aria-label={words.officeWords}
        placeholder={words.officeWords}
        value={why}
        onChange={(event) => setWhy(event.target.value)}
      />
      <button type="submit" className="button" disabled={doing || office === '' || why.trim() === ''}>
        {words.record}
      </button>
    </form>
  )
}
