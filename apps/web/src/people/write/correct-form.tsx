import { type FormEvent, useEffect, useRef, useState } from 'react'
import { messageAt } from '../../api/refused.ts'
import { Failure } from '../../design/failure.tsx'
import { Field } from '../../design/field.tsx'
import { useFocusOnFailure } from '../../design/use-focus-on-failure.ts'
import type { PersonFact, PersonShown } from '../calls.ts'
import type { Why } from '../purpose/work-purpose.ts'
import { useWriteWords } from '../words/use-write-words.ts'
import type { Done } from './done-note.tsx'
import { declared, SourceFields } from './source-fields.tsx'
import { useAction } from './use-action.ts'
import { hasValue, valueSent, valueTyped } from './value-sent.ts'
import { ValueField } from './value-field.tsx'

const fields = ['value', 'role', 'address', 'township', 'village', 'from', 'reason', 'kind', 'reference']

/** Something recorded is wrong: the right value, since when, and how one knows. The old one stays in the history. */
export function CorrectForm({
  person,
  fact,
  item,
  why,
  onDone,
  onCancel,
}: {
  readonly person: PersonShown
  readonly fact: PersonFact
  readonly item: string
  readonly why: Why
  readonly onDone: (done: Done) => void
  readonly onCancel: () => void
}) {
  const { words } = useWriteWords()
  const [typed, setTyped] = useState(() => valueTyped(fact))
  const [from, setFrom] = useState(fact.from)
  const [reason, setReason] = useState('')
  const [withdraw, setWithdraw] = useState(!hasValue(fact.kind))
  const [source, setSource] = useState(declared)
  const deed = useAction({
    region: person.region,
    why,
    onDone: ([newFact]) =>
      onDone({
        text: words.corrected(item),
        item,
        undo: newFact === undefined || withdraw ? null : { old: fact, newFact },
      }),
  })
  const form = useRef<HTMLFormElement>(null)
  // The first control of the form, whichever the kind of fact has.
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus(), [])
  useFocusOnFailure(form, deed.failed)
  const problem = deed.failed?.problem ?? null
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const base = { kind: 'correct-fact', subject: person.id, fact: fact.id, reason }
    deed.run(
      withdraw
        ? { ...base, how: 'withdraw' }
        : { ...base, how: 'replace', attribute: fact.kind, ...valueSent(fact.kind, typed), from },
      source,
    )
  }
  const mayWithdraw = !['name', 'birth-date', 'sex', 'household'].includes(fact.kind)
  return (
    <form
      ref={form}
      className="write-form"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel()
      }}
      noValidate
      aria-label={item}
    >
      {withdraw ? null : (
        <>
          <ValueField kind={fact.kind} typed={typed} problem={problem} label={words.newValue} onChange={setTyped} />
          <Field label={words.from} error={messageAt(problem, 'from')}>
            {(props) => <input {...props} type="date" value={from} onChange={(event) => setFrom(event.target.value)} />}
          </Field>
        </>
      )}
      <Field label={words.reason} hint={words.reasonHint} error={messageAt(problem, 'reason')}>
        {(props) => <input {...props} type="text" value={reason} onChange={(event) => setReason(event.target.value)} />}
      </Field>
      <SourceFields source={source} problem={problem} onChange={setSource} />
      {mayWithdraw && hasValue(fact.kind) ? (
        <label className="check">
          <input type="checkbox" checked={withdraw} onChange={(event) => setWithdraw(event.target.checked)} />
          {words.withdraw}
        </label>
      ) : null}
      <Failure failed={deed.failed} fields={fields} />
      <div className="row form-foot">
        <button type="submit" className="button" disabled={deed.doing}>
          {deed.doing ? words.saving : withdraw ? words.withdraw : words.save}
        </button>
        <button type="button" className="quiet-button" onClick={onCancel}>
          {words.cancel}
        </button>
        <span className="fine quiet">{words.note}</span>
      </div>
    </form>
  )
}
