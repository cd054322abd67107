import { type FormEvent, useRef, useState } from 'react'
import type { Post } from '../../api/register-types.ts'
import { messageAt } from '../../api/refused.ts'
import { Failure } from '../../design/failure.tsx'
import { Field } from '../../design/field.tsx'
import { useFocusOnFailure } from '../../design/use-focus-on-failure.ts'
import { todayHere } from '../../format/day.ts'
import type { PersonShown } from '../calls.ts'
import type { Why } from '../purpose/work-purpose.ts'
import { usePeopleWords } from '../words/use-people-words.ts'
import { usePersonWords } from '../words/use-person-words.ts'
import { useWriteWords } from '../words/use-write-words.ts'
import { HouseholdFields } from './household-fields.tsx'
import { PersonPicker } from './person-picker.tsx'
import { PlaceFields } from './place-fields.tsx'
import { declared, SourceFields } from './source-fields.tsx'
import type { SourceGiven } from './use-action.ts'
import { emptyEntry, type PersonEntry, useRegisterPerson } from './use-register-person.ts'

const fields = [
  'name',
  'sex',
  'birthDate',
  'ethnicity',
  'township',
  'village',
  'identityNumber',
  'phone',
  'mother',
  'father',
  'household',
  'household.id',
  'role',
  'address',
  'from',
  'kind',
  'reference',
]

/** Everything known of somebody new. The register answers for each field; nothing is written while one is wrong. */
export function RegisterForm({
  post,
  why,
  mother,
  onDone,
}: {
  readonly post: Post
  readonly why: Why
  readonly mother: PersonShown | null
  readonly onDone: (person: { readonly id: string; readonly name: string }) => void
}) {
  const { words } = useWriteWords()
  const { words: people } = usePeopleWords()
  const { words: shown } = usePersonWords()
  const [entry, setEntry] = useState<PersonEntry>(() => emptyEntry(mother, post, todayHere()))
  const [source, setSource] = useState<SourceGiven>(
    mother === null ? declared : { kind: 'document', reference: '出生医学证明' },
  )
  const deed = useRegisterPerson({ region: post.region, why, onDone })
  const form = useRef<HTMLFormElement>(null)
  useFocusOnFailure(form, deed.failed)
  const problem = deed.failed?.problem ?? null
  const set = (change: Partial<PersonEntry>): void => setEntry({ ...entry, ...change })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    deed.run(entry, source)
  }
  const textField = (
    name: 'name' | 'ethnicity' | 'identityNumber' | 'phone',
    { label, hint }: { readonly label: string; readonly hint: string },
  ) => (
    <Field label={label} hint={hint} error={messageAt(problem, name)}>
      {(props) => (
        <input
          {...props}
          type="text"
          autoComplete="off"
          spellCheck={false}
          value={entry[name]}
          onChange={(event) => set({ [name]: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    <form ref={form} className="register-form panel" onSubmit={submit} noValidate aria-label={words.registerTitle}>
      <div className="form-grid">
        {textField('name', { label: words.name, hint: words.nameHint })}
        <Field label={words.sex} error={messageAt(problem, 'sex')}>
          {(props) => (
            <select {...props} value={entry.sex} onChange={(event) => set({ sex: event.target.value })}>
              <option value="" disabled>
                {words.choose}
              </option>
              {Object.entries(people.sex).map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={words.birthDate} error={messageAt(problem, 'birthDate')}>
          {(props) => (
            <input
              {...props}
              type="date"
              value={entry.birthDate}
              onChange={(event) => set({ birthDate: event.target.value })}
            />
          )}
        </Field>
        {textField('ethnicity', { label: words.ethnicity, hint: words.optional })}
        {textField('identityNumber', { label: words.identityNumber, hint: words.optional })}
        {textField('phone', { label: words.phone, hint: words.optional })}
        <PlaceFields place={entry} problem={problem} onChange={set} />
        <PersonPicker
          label={words.mother}
          picked={entry.mother}
          why={why}
          error={messageAt(problem, 'mother')}
          onPick={(picked) => set({ mother: picked })}
        />
        <PersonPicker
          label={words.father}
          picked={entry.father}
          why={why}
          error={messageAt(problem, 'father')}
          onPick={(picked) => set({ father: picked })}
        />
      </div>
      <HouseholdFields
        entry={entry}
        motherHousehold={mother?.household ?? null}
        problem={problem}
        roles={shown.roles}
        onChange={set}
      />
      <div className="form-grid">
        <SourceFields source={source} problem={problem} onChange={setSource} />
      </div>
      <Failure failed={deed.failed} fields={fields} />
      <div className="form-foot">
        <button type="submit" className="button" disabled={deed.doing}>
          {deed.doing ? words.saving : words.register}
        </button>
      </div>
    </form>
  )
}
