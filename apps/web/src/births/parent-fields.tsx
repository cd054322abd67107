import { Field } from '../design/field.tsx'
import type { ParentTyped } from './notice.ts'
import { useBirthWords } from './use-birth-words.ts'

/** A parent as the hospital knows them: name and identity number. */
export function ParentFields({
  value,
  nameError,
  identityError,
  onChange,
}: {
  readonly value: ParentTyped
  readonly nameError: string | null
  readonly identityError: string | null
  readonly onChange: (value: ParentTyped) => void
}) {
  const { words } = useBirthWords()
  return (
    <div className="form-grid">
      <Field label={words.name} error={nameError}>
        {(props) => (
          <input
            {...props}
            type="text"
            autoComplete="off"
            value={value.name}
            onChange={(event) => onChange({ ...value, name: event.target.value, person: null })}
          />
        )}
      </Field>
      <Field
        label={words.identity}
        hint={value.person === null ? words.identityHint : words.demoPerson}
        error={identityError}
      >
        {(props) => (
          <input
            {...props}
            type="text"
            autoComplete="off"
            maxLength={18}
            value={value.identityNumber}
            onChange={(event) => onChange({ ...value, identityNumber: event.target.value, person: null })}
          />
        )}
      </Field>
    </div>
  )
}
