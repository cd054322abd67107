import { messageAt, type ProblemSaid } from '../../api/refused.ts'
import { Field } from '../../design/field.tsx'
import { usePeopleWords } from '../words/use-people-words.ts'
import { usePersonWords } from '../words/use-person-words.ts'
import { useWriteWords } from '../words/use-write-words.ts'
import { PlaceFields } from './place-fields.tsx'

/** What is being typed for a value; each kind of fact uses its part. */
export interface ValueTyped {
  readonly text: string
  readonly township: string
  readonly village: string
}

/** The control that a kind of fact needs. */
export function ValueField({
  kind,
  typed,
  problem,
  label,
  onChange,
}: {
  readonly kind: string
  readonly typed: ValueTyped
  readonly problem: ProblemSaid | null
  readonly label: string
  readonly onChange: (typed: ValueTyped) => void
}) {
  const { words: people } = usePeopleWords()
  const { words: person } = usePersonWords()
  const { words } = useWriteWords()
  const set = (text: string): void => onChange({ ...typed, text })
  const place = <PlaceFields place={typed} problem={problem} onChange={(where) => onChange({ ...typed, ...where })} />
  if (kind === 'residence') return place
  const address = kind === 'household'
  const error = messageAt(problem, 'value') ?? (address ? messageAt(problem, 'address') : messageAt(problem, 'role'))
  return (
    <>
      {address ? place : null}
      <Field label={address ? words.address : label} error={error}>
        {(props) => {
          const choices = kind === 'sex' ? people.sex : kind === 'membership' ? person.roles : null
          if (choices !== null)
            return (
              <select {...props} value={typed.text} onChange={(event) => set(event.target.value)}>
                <option value="" disabled>
                  {words.choose}
                </option>
                {Object.entries(choices).map(([value, name]) => (
                  <option key={value} value={value}>
                    {name}
                  </option>
                ))}
              </select>
            )
          if (kind === 'health')
            return <textarea {...props} rows={2} value={typed.text} onChange={(event) => set(event.target.value)} />
          return (
            <input
              {...props}
              type={kind === 'birth-date' ? 'date' : 'text'}
              inputMode={kind === 'phone' ? 'tel' : 'text'}
              autoComplete="off"
              value={typed.text}
              onChange={(event) => set(event.target.value)}
            />
          )
        }}
      </Field>
    </>
  )
}
