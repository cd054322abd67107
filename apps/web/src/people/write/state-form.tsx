import { type FormEvent, useRef, useState } from 'react'
import { messageAt } from '../../api/refused.ts'
import { useDeed } from '../../api/use-deed.ts'
import { Failure } from '../../design/failure.tsx'
import { Field } from '../../design/field.tsx'
import { useFocusOnFailure } from '../../design/use-focus-on-failure.ts'
import { todayHere } from '../../format/day.ts'
import { type PersonShown, readPerson } from '../calls.ts'
import type { Why } from '../purpose/work-purpose.ts'
import { useWriteWords } from '../words/use-write-words.ts'
import type { Done } from './done-note.tsx'
import { type Picked, PersonPicker } from './person-picker.tsx'
import { declared, SourceFields } from './source-fields.tsx'
import { factCommand, needsPerson } from './state-command.ts'
import { useAction } from './use-action.ts'
import { valueTyped } from './value-sent.ts'
import { ValueField } from './value-field.tsx'

const fields = ['value', 'role', 'township', 'village', 'from', 'on', 'other', 'kind', 'reference']

/** Something new has come true: a move, a phone, a marriage, a death. What was true before stays so until that day. */
export function StateForm({
  person,
  why,
  onDone,
}: {
  readonly person: PersonShown
  readonly why: Why
  readonly onDone: (done: Done) => void
}) {
  const { words } = useWriteWords()
  const [kind, setKind] = useState<string | null>(null)
  const [typed, setTyped] = useState(() => valueTyped(null))
  const [on, setOn] = useState<string>(todayHere())
  const [other, setOther] = useState<Picked | null>(null)
  const [source, setSource] = useState(declared)
  const finish = (): void => {
    onDone({ text: words.stated(words.stateKinds[kind ?? ''] ?? ''), item: '', undo: null })
    setKind(null)
    setTyped(valueTyped(null))
    setOther(null)
  }
  const deed = useAction({ region: person.region, why, onDone: finish })
  // Somebody of the household leads to the household: looking them up is a reading of its own.
  const withHousehold = useDeed(
    (id: string) => readPerson(id, { ...why, fields: [], births: true }),
    ({ household, region }) => {
      if (household !== null) send({ id: household.id, region })
    },
  )
  const send = (target: { readonly id: string; readonly region: string } | null): void =>
    deed.run(factCommand({ person: person.id, kind: kind ?? '', typed, on, other: target }), source)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (kind === 'membership' && other !== null) withHousehold.run(other.id)
    else send(other === null ? null : { id: other.id, region: person.region })
  }
  const form = useRef<HTMLFormElement>(null)
  useFocusOnFailure(form, deed.failed)
  const problem = deed.failed?.problem ?? null
  if (kind === null)
    return (
      <button type="button" className="choice fit" onClick={() => setKind('phone')}>
        {words.state}
      </button>
    )
  const wantsPerson = needsPerson(kind)
  const wantsValue = ['name', 'phone', 'residence', 'ethnicity', 'health', 'membership'].includes(kind)
  return (
    <form ref={form} className="write-form panel" onSubmit={submit} noValidate aria-label={words.state}>
      <Field label={words.what}>
        {(props) => (
          <select {...props} value={kind} onChange={(event) => setKind(event.target.value)}>
            {Object.entries(words.stateKinds).map(([name, label]) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
      {wantsPerson ? (
        <PersonPicker
          label={kind === 'membership' ? words.householdOfPerson : words.person}
          picked={other}
          why={why}
          error={messageAt(problem, 'other')}
          onPick={setOther}
        />
      ) : null}
      {wantsValue ? (
        <ValueField
          kind={kind}
          typed={typed}
          problem={problem}
          label={kind === 'membership' ? words.role : words.value}
          onChange={setTyped}
        />
      ) : null}
      <Field label={words.on} hint={words.fromHint} error={messageAt(problem, 'from') ?? messageAt(problem, 'on')}>
        {(props) => <input {...props} type="date" value={on} onChange={(event) => setOn(event.target.value)} />}
      </Field>
      <SourceFields source={source} problem={problem} onChange={setSource} />
      <Failure failed={deed.failed ?? withHousehold.failed} fields={fields} />
      <div className="row form-foot">
        <button type="submit" className="button" disabled={deed.doing || (wantsPerson && other === null)}>
          {deed.doing ? words.saving : words.stateSave}
        </button>
        <button type="button" className="quiet-button" onClick={() => setKind(null)}>
          {words.cancel}
        </button>
      </div>
    </form>
  )
}
