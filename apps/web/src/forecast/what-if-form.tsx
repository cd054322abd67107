import { useId, useState } from 'react'
import { ErrorLine } from '../questions/error-line.tsx'
import { useWords } from '../messages/language.tsx'
import { useForecastWords } from './forecast-words.ts'
import { lastYear } from './forecast-types.ts'
import type { NumberEntry, ReadWhatIf, WhatIfEntry } from './read-what-if.ts'

/** Sliders keep to what is plausible; the box beside takes the whole range. */
const slides: Readonly<Partial<Record<NumberEntry, readonly [number, number, number]>>> = {
  tfrNow: [0.4, 3, 0.05],
  tfrEnd: [0.4, 3, 0.05],
  migration: [-2, 2, 0.1],
}

/** Other assumptions; every change is computed at once, a wrong one never. */
export function WhatIfForm({
  entry,
  fromYear,
  problems,
  changed,
  onChange,
  onReset,
}: {
  readonly entry: WhatIfEntry
  readonly fromYear: number
  readonly problems: ReadWhatIf['problems']
  readonly changed: boolean
  readonly onChange: (change: Partial<WhatIfEntry>) => void
  readonly onReset: () => void
}) {
  const { words } = useForecastWords()
  const { whatIf } = words
  // Beside the charts it stands open; above them, on a phone, it makes way.
  const [wide] = useState(() => window.matchMedia('(min-width: 64rem)').matches)
  const field = (name: NumberEntry, label: string, hint?: string) => (
    <NumberRow
      name={name}
      label={label}
      hint={hint}
      value={entry[name]}
      problem={problems[name]}
      onChange={(value) => onChange({ [name]: value })}
    />
  )
  return (
    <details className="what-if-fold no-print" open={wide}>
      <summary>{whatIf.title}</summary>
      <form className="what-if" onSubmit={(event) => event.preventDefault()}>
        {field('tfrNow', whatIf.tfrNow(fromYear), whatIf.tfrHint)}
        {field('tfrEnd', whatIf.tfrEnd(lastYear))}
        {field('migration', whatIf.migration, whatIf.migrationHint)}
        <label className="what-if-row">
          <span>{whatIf.migrationVaries}</span>
          <select
            value={entry.migrationVaries ? 'counted' : 'leftOut'}
            onChange={(event) => onChange({ migrationVaries: event.target.value === 'counted' })}
          >
            <option value="counted">{whatIf.counted}</option>
            <option value="leftOut">{whatIf.leftOut}</option>
          </select>
        </label>
        {field('placesPerThousand', whatIf.placesPerThousand)}
        {field('seed', whatIf.seed, whatIf.seedHint)}
        {Object.keys(problems).length > 0 && <p className="small">{whatIf.refused}</p>}
        <button type="button" className="choice" disabled={!changed} onClick={onReset}>
          {whatIf.reset}
        </button>
      </form>
    </details>
  )
}

function NumberRow({
  name,
  label,
  hint,
  value,
  problem,
  onChange,
}: {
  readonly name: NumberEntry
  readonly label: string
  readonly hint: string | undefined
  readonly value: string
  readonly problem: ReadWhatIf['problems'][NumberEntry]
  readonly onChange: (value: string) => void
}) {
  const id = useId()
  const { say } = useWords()
  const { words } = useForecastWords()
  const slide = slides[name]
  return (
    <div className="what-if-row">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        type="text"
        inputMode={name === 'migration' ? 'text' : 'decimal'}
        autoComplete="off"
        value={value}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-hint ${id}-error`}
        onChange={(event) => onChange(event.target.value)}
      />
      {slide !== undefined && (
        <input
          type="range"
          aria-label={words.whatIf.slide(label)}
          min={slide[0]}
          max={slide[1]}
          step={slide[2]}
          value={Number.isFinite(Number(value)) ? Number(value) : slide[0]}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      <p id={`${id}-hint`} className="fine quiet" hidden={hint === undefined}>
        {hint}
      </p>
      <ErrorLine id={`${id}-error`} message={problem === undefined ? null : say(problem)} />
    </div>
  )
}
