import { messageAt, type ProblemSaid } from '../../api/refused.ts'
import { Field } from '../../design/field.tsx'
import { useWriteWords } from '../words/use-write-words.ts'
import type { PersonEntry } from './use-register-person.ts'

/** Into the mother's household, a new one, or none yet. */
export function HouseholdFields({
  entry,
  motherHousehold,
  problem,
  roles,
  onChange,
}: {
  readonly entry: PersonEntry
  readonly motherHousehold: { readonly address: string | null } | null
  readonly problem: ProblemSaid | null
  readonly roles: Readonly<Record<string, string>>
  readonly onChange: (change: Partial<PersonEntry>) => void
}) {
  const { words } = useWriteWords()
  const choices = [
    ...(motherHousehold === null ? [] : [['mother', words.householdMother(motherHousehold.address ?? '')] as const]),
    ['new', words.householdNew] as const,
    ['none', words.householdNone] as const,
  ]
  return (
    <fieldset className="stack">
      <legend>{words.householdTitle}</legend>
      <div className="row">
        {choices.map(([value, label]) => (
          <label className="check" key={value}>
            <input
              type="radio"
              name="household"
              checked={entry.household === value}
              onChange={() => onChange({ household: value })}
            />
            {label}
          </label>
        ))}
      </div>
      {entry.household === 'none' ? null : (
        <div className="form-grid">
          <Field label={words.role} error={messageAt(problem, 'role') ?? messageAt(problem, 'household.id')}>
            {(props) => (
              <select {...props} value={entry.role} onChange={(event) => onChange({ role: event.target.value })}>
                {Object.entries(roles).map(([value, label]) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            )}
          </Field>
          {entry.household === 'new' ? (
            <>
              <Field label={words.address} error={messageAt(problem, 'address')}>
                {(props) => (
                  <input
                    {...props}
                    type="text"
                    autoComplete="off"
                    value={entry.address}
                    onChange={(event) => onChange({ address: event.target.value })}
                  />
                )}
              </Field>
              <Field label={words.householdKind}>
                {(props) => (
                  <select
                    {...props}
                    value={entry.householdKind}
                    onChange={(event) => onChange({ householdKind: event.target.value })}
                  >
                    {Object.entries(words.householdKinds).map(([value, label]) => (
                      <option key={value} value={value}>
                        {label}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
              <Field label={words.openedFrom} error={messageAt(problem, 'from')}>
                {(props) => (
                  <input
                    {...props}
                    type="date"
                    value={entry.openedFrom}
                    onChange={(event) => onChange({ openedFrom: event.target.value })}
                  />
                )}
              </Field>
            </>
          ) : null}
        </div>
      )}
    </fieldset>
  )
}
