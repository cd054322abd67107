import { Field } from '../../design/field.tsx'
import type { ProblemSaid } from '../../api/refused.ts'
import { messageAt } from '../../api/refused.ts'
import { useWriteWords } from '../words/use-write-words.ts'
import type { SourceGiven } from './use-action.ts'

/** On what grounds something is recorded, and which paper. Never a person's name. */
export function SourceFields({
  source,
  problem,
  onChange,
}: {
  readonly source: SourceGiven
  readonly problem: ProblemSaid | null
  readonly onChange: (source: SourceGiven) => void
}) {
  const { words } = useWriteWords()
  return (
    <>
      <Field label={words.sourceKind} error={messageAt(problem, 'source.kind')}>
        {(props) => (
          <select
            {...props}
            value={source.kind}
            onChange={(event) => onChange({ ...source, kind: kindOf(event.target.value) })}
          >
            {Object.entries(words.sources).map(([kind, label]) => (
              <option key={kind} value={kind}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={words.sourceRef} hint={words.optional} error={messageAt(problem, 'reference')}>
        {(props) => (
          <input
            {...props}
            type="text"
            value={source.reference ?? ''}
            onChange={(event) => onChange({ ...source, reference: event.target.value || null })}
          />
        )}
      </Field>
    </>
  )
}

function kindOf(value: string): SourceGiven['kind'] {
  return value === 'document' || value === 'department' ? value : 'declared'
}

export const declared: SourceGiven = { kind: 'declared', reference: null }
