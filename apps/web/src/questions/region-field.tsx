import { useId, useState } from 'react'
import type { Place } from '@junheng/entitlements'
import { useWords } from '../messages/language.tsx'
import { type Choice, ChoiceField } from './choice-field.tsx'
import { RegionPicker } from './region-picker.tsx'
import { useRegionTable } from './region-table.ts'

/** This place first, then places named before, then any other place down to the county. */
export function RegionField({
  place,
  used,
  current,
  labelledBy,
  onChoose,
}: {
  readonly place: Pick<Place, 'region' | 'name'>
  /** Regions given in other answers. */
  readonly used: readonly number[]
  readonly current: number | undefined
  readonly labelledBy: string
  readonly onChoose: (code: number) => void
}) {
  const { t, say } = useWords()
  const table = useRegionTable()
  const [picking, setPicking] = useState(false)
  const id = useId()
  const others = [...new Set([...used, ...(current === undefined ? [] : [current])])].filter(
    (code) => code !== place.region,
  )
  const choices: readonly Choice[] = [
    { value: place.region, label: t.region.here(say(place.name)) },
    ...others.flatMap((code) => {
      const path = table?.pathOf(code)
      return path === undefined ? [] : [{ value: code, label: t.region.here(path) }]
    }),
  ]
  return (
    <div className="stack">
      <ChoiceField
        choices={choices}
        current={current}
        labelledBy={labelledBy}
        onChoose={(code) => onChoose(Number(code))}
      />
      <button
        type="button"
        className="choice"
        aria-expanded={picking}
        aria-controls={id}
        onClick={() => setPicking(!picking)}
      >
        {t.region.other}
      </button>
      <div id={id} hidden={!picking}>
        {picking &&
          (table === null ? (
            <p>{t.region.loading}</p>
          ) : (
            <RegionPicker table={table} start={place.region} onChoose={onChoose} />
          ))}
      </div>
    </div>
  )
}
