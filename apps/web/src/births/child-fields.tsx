import { messageAt, type ProblemSaid } from '../api/refused.ts'
import { Field } from '../design/field.tsx'
import type { ChildTyped, Missing } from './notice.ts'
import { useBirthWords } from './use-birth-words.ts'

/** One child of a birth. */
export function ChildFields({
  child,
  legend,
  missing,
  problem,
  onChange,
  onRemove,
}: {
  readonly child: ChildTyped
  readonly legend: string
  readonly missing: readonly Missing['field'][]
  readonly problem: ProblemSaid | null
  readonly onChange: (child: ChildTyped) => void
  readonly onRemove: (() => void) | null
}) {
  const { words } = useBirthWords()
  return (
    <fieldset>
      <legend>{legend}</legend>
      <div className="form-grid">
        <Field label={words.sex} error={missing.includes('sex') ? words.needed.sex : messageAt(problem, 'child.sex')}>
          {(props) => (
            <select
              {...props}
              value={child.sex}
              onChange={(event) => {
                const { value } = event.target
                onChange({ ...child, sex: value === 'female' || value === 'male' ? value : '' })
              }}
            >
              <option value="">—</option>
              <option value="female">{words.sexes.female}</option>
              <option value="male">{words.sexes.male}</option>
            </select>
          )}
        </Field>
        <Field label={words.time} error={messageAt(problem, 'child.birthTime')}>
          {(props) => (
            <input
              {...props}
              type="time"
              value={child.time}
              onChange={(event) => onChange({ ...child, time: event.target.value })}
            />
          )}
        </Field>
        <Field label={words.weight} error={messageAt(problem, 'child.weightGrams')}>
          {(props) => (
            <input
              {...props}
              type="text"
              inputMode="numeric"
              value={child.weight}
              onChange={(event) => onChange({ ...child, weight: event.target.value })}
            />
          )}
        </Field>
        <Field
          label={words.record}
          hint={words.recordHint}
          error={missing.includes('record') ? words.needed.record : messageAt(problem, 'record')}
        >
          {(props) => (
            <input
              {...props}
              type="text"
              autoComplete="off"
              value={child.record}
              onChange={(event) => onChange({ ...child, record: event.target.value })}
            />
          )}
        </Field>
      </div>
      {onRemove === null ? null : (
        <button type="button" className="quiet-button start" onClick={onRemove}>
          {words.removeTwin}
        </button>
      )}
    </fieldset>
  )
}
