import type { FactValue } from '../situation/household.ts'

export interface Choice {
  readonly value: FactValue
  readonly label: string
}

/** Large buttons; one tap answers and goes on. */
export function ChoiceField({
  choices,
  current,
  labelledBy,
  onChoose,
}: {
  readonly choices: readonly Choice[]
  readonly current: FactValue | undefined
  readonly labelledBy: string
  readonly onChoose: (value: FactValue) => void
}) {
  return (
    <div role="group" aria-labelledby={labelledBy} className="choices">
      {choices.map(({ value, label }) => (
        <button
          key={String(value)}
          type="button"
          className="choice"
          aria-pressed={current === undefined ? undefined : current === value}
          onClick={() => onChoose(value)}
        >
          {label}
        </button>
      ))}
    </div>
  )
}
