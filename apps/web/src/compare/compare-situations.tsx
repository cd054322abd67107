import { useId, useMemo, useState } from 'react'
import { useWords } from '../messages/language.tsx'
import { FactField } from '../questions/fact-field.tsx'
import { useRegionTable } from '../questions/region-table.ts'
import { evaluateHousehold } from '../situation/evaluate.ts'
import { type FactKey, type FactValue, findValue, givenFacts, keyText, withValue } from '../situation/household.ts'
import { rowLabel } from '../situation/row-label.ts'
import { valueText } from '../situation/value-text.ts'
import type { CompareProps } from './compare-places.tsx'
import { ComparisonTable } from './comparison-table.tsx'

/** The family's answers beside the same answers with one of them changed. */
export function CompareSituations({ place, household, on, mine }: CompareProps) {
  const words = useWords()
  const { t, say, language } = words
  const regions = useRegionTable()
  const given = givenFacts(place, household)
  const id = useId()
  const [chosen, setChosen] = useState(() => keyText(given[0]?.key ?? { fact: '', index: null }))
  const [change, setChange] = useState<{ readonly key: FactKey; readonly value: FactValue } | null>(null)
  const { key, info } = given.find((one) => keyText(one.key) === chosen) ?? {}
  const changed = change !== null && key !== undefined && keyText(change.key) === keyText(key) ? change : null
  const other = useMemo(() => {
    if (changed === null || info === undefined) return null
    return evaluateHousehold(place, withValue(household, { info, index: changed.key.index, value: changed.value }), on)
      .open
  }, [place, household, on, changed, info])
  const nameOf = ({ key, info }: (typeof given)[number]) => {
    const rows = info.table === null ? 0 : (household.rows[info.table]?.length ?? 0)
    const about =
      rows > 1 && info.table !== null && key.index !== null
        ? `${rowLabel(household, { table: info.table, index: key.index, language })} · `
        : ''
    return `${about}${say(info.label)}`
  }
  return (
    <>
      <div className="compare-form no-print">
        <p className="small quiet">{t.compare.situationHint}</p>
        <label>
          <span>{t.compare.changeFact}</span>
          <select value={chosen} onChange={(event) => setChosen(event.target.value)}>
            {given.map((one) => (
              <option key={keyText(one.key)} value={keyText(one.key)}>
                {nameOf(one)}
              </option>
            ))}
          </select>
        </label>
        {key !== undefined && info !== undefined && (
          <>
            <p id={id}>{say(info.question ?? info.label)}</p>
            <FactField
              key={chosen}
              info={info}
              place={place}
              current={changed?.value ?? findValue(household, info.table, key)}
              usedRegions={[]}
              labelledBy={id}
              onChoose={(value) => setChange({ key, value })}
            />
          </>
        )}
      </div>
      {other !== null && changed !== null && info !== undefined && (
        <ComparisonTable
          a={{ title: t.compare.situationA, answers: mine }}
          b={{
            title: t.compare.changedTo(say(info.label), valueText(changed.value, { info, place, words, regions })),
            answers: other,
          }}
          on={on}
          household={household}
        />
      )}
    </>
  )
}
