import { type FormEvent, useEffect, useRef, useState } from 'react'
import { messageAt } from '../../api/refused.ts'
import { newId } from '../../api/new-id.ts'
import { useSendWhenBack } from '../../api/use-send-when-back.ts'
import { Failure } from '../../design/failure.tsx'
import { Field } from '../../design/field.tsx'
import type { CaseShown } from '../../cases/case-types.ts'
import { dayText } from '../../format/day.ts'
import { actOnMyCase } from '../calls.ts'
import { useMyCaseWords } from '../use-my-case-words.ts'
import { OfflineNote } from './offline-note.tsx'

interface Props {
  readonly shown: CaseShown
  readonly onChanged: () => void
}

/** Whether an item has a result that an objection can be about, and none is open. */
export function objectable({ items, objections, mayObject }: CaseShown, id: string): boolean {
  const item = items.find((one) => one.id === id)
  if (!mayObject || item === undefined || objections.some((one) => one.decision === null && one.item === id))
    return false
  return item.answer !== null || item.status === 'stopped'
}

/** Objecting to what was decided and not going on, in plain words; and what came of earlier objections. */
export function Objections({
  shown,
  onChanged,
  about,
}: Props & {
  /** The item that was pressed above: the form opens with it; null: none. */
  readonly about: string | null
}) {
  const { words, language, say } = useMyCaseWords()
  const form = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    if (about === null || form.current === null) return
    form.current.open = true
    form.current.querySelector('textarea')?.focus()
  }, [about])
  const { objections, mayObject, mayWithdraw, items } = shown
  return (
    <section className="stack" aria-labelledby="case-objections">
      <h2 id="case-objections">{words.objection}</h2>
      {objections.map((objection) => {
        const item = items.find(({ id }) => id === objection.item)
        const { decision } = objection
        return (
          <div key={objection.id} className="card">
            <p className="small quiet">
              {words.objected(dayText(objection.on, language))}
              {item === undefined ? '' : ` · ${say(item.label)}`}
            </p>
            <p lang="zh-CN">{objection.words}</p>
            <p className={decision === null ? 'small waiting-note' : 'small'}>
              {decision === null ? words.objectOpen : decision.upheld ? words.objectUpheld : words.objectDenied}
            </p>
            {decision === null ? null : <p lang="zh-CN">{decision.words}</p>}
          </div>
        )
      })}
      {mayObject ? (
        <details ref={form}>
          <summary>{words.objectSend}</summary>
          <ObjectForm key={about} shown={shown} onChanged={onChanged} about={about} />
        </details>
      ) : null}
      {mayWithdraw ? (
        <details>
          <summary>{words.withdraw}</summary>
          <WithdrawForm shown={shown} onChanged={onChanged} />
        </details>
      ) : null}
    </section>
  )
}

function ObjectForm({ shown, onChanged, about }: Props & { readonly about: string | null }) {
  const { words, say } = useMyCaseWords()
  const id = useRef(newId())
  const decided = shown.items.filter((item) => objectable(shown, item.id))
  const whole = shown.endedOn !== null && !shown.objections.some((one) => one.decision === null && one.item === null)
  const [picked, setItem] = useState(about)
  // What was picked may have been objected to meanwhile.
  const item =
    [...(whole ? [''] : []), ...decided.map((one) => one.id)].find((one) => one === picked) ??
    (whole ? '' : (decided[0]?.id ?? ''))
  const [text, setText] = useState('')
  const deed = useSendWhenBack(
    () =>
      actOnMyCase(shown.id, { kind: 'object', id: id.current, item: item === '' ? null : item, words: text.trim() }),
    () => {
      id.current = newId()
      setText('')
      onChanged()
    },
  )
  if (decided.length === 0 && !whole) return <p className="notice">{words.objectNothing}</p>
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    deed.run()
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <p className="small">{words.objectLead}</p>
      <Field label={words.objectWhat}>
        {(props) => (
          <select {...props} value={item} onChange={(event) => setItem(event.target.value)}>
            {whole ? <option value="">{words.objectWhole}</option> : null}
            {decided.map((one) => (
              <option key={one.id} value={one.id}>
                {say(one.label)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={words.objectWords} error={messageAt(deed.refused?.problem ?? null, 'words')}>
        {(props) => <textarea {...props} rows={3} value={text} onChange={(event) => setText(event.target.value)} />}
      </Field>
      <OfflineNote deed={deed} />
      <Failure failed={deed.refused} fields={['words']} />
      <button type="submit" className="button" disabled={deed.state !== 'idle' || text.trim() === ''}>
        {words.objectSend}
      </button>
    </form>
  )
}

function WithdrawForm({ shown, onChanged }: Props) {
  const { words } = useMyCaseWords()
  const id = useRef(newId())
  const [text, setText] = useState('')
  const deed = useSendWhenBack(
    () =>
      actOnMyCase(shown.id, {
        kind: 'withdraw',
        id: id.current,
        words: text.trim() === '' ? words.withdrawNoWords : text.trim(),
      }),
    onChanged,
  )
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    deed.run()
  }
  return (
    <form className="stack" onSubmit={submit}>
      <p className="small">{words.withdrawLead}</p>
      <Field label={words.withdrawWhy}>
        {(props) => <textarea {...props} rows={2} value={text} onChange={(event) => setText(event.target.value)} />}
      </Field>
      <OfflineNote deed={deed} />
      <Failure failed={deed.refused} />
      <button type="submit" className="choice" disabled={deed.state !== 'idle'}>
        {words.withdrawSend}
      </button>
    </form>
  )
}
