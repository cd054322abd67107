import type { FactInfo, Place } from '@junheng/entitlements'
import { useState } from 'react'
import { useWords, type Words } from '../messages/language.tsx'
import {
  countAnswers,
  type FactKey,
  type FactValue,
  type Household,
  withRow,
  withoutRow,
} from '../situation/household.ts'
import { rowLabel } from '../situation/row-label.ts'
import { valueText } from '../situation/value-text.ts'
import { useRegionTable } from './region-table.ts'

export interface MyAnswersProps {
  readonly place: Place
  readonly household: Household
  readonly isKept: boolean
  readonly onEdit: (key: FactKey) => void
  readonly onChange: (household: Household) => void
  readonly onClear: () => void
}

/** Every answer given, each to be changed; rows to be added or taken away; all to be cleared. */
export function MyAnswers({ place, household, isKept, onEdit, onChange, onClear }: MyAnswersProps) {
  const words = useWords()
  const { t } = words
  const [undone, setUndone] = useState<{ readonly before: Household; readonly text: string } | null>(null)
  const groups = groupsOf(place, household, words)
  return (
    <details className="panel-fold no-print">
      <summary>
        {t.mine.heading} <span className="quiet small">{t.mine.count(countAnswers(household))}</span>
      </summary>
      <div className="stack">
        {groups.map((group) => (
          <section key={`${group.table}#${group.index}`}>
            <h3>{group.label}</h3>
            <ul className="answers-given">
              {group.entries.map(({ info, value }) => (
                <GivenAnswer
                  key={info.name}
                  info={info}
                  value={value}
                  place={place}
                  onEdit={() => onEdit({ fact: info.name, index: group.index })}
                />
              ))}
            </ul>
            {group.table !== null && group.index !== null && (household.rows[group.table]?.length ?? 0) > 1 && (
              <RemoveRow
                label={group.label}
                onRemove={() => {
                  setUndone({ before: household, text: t.mine.removed(group.label) })
                  onChange(withoutRow(household, group.table ?? '', group.index ?? 0, place))
                }}
              />
            )}
          </section>
        ))}
        {undone !== null && (
          <p className="notice row" role="status">
            {undone.text}
            <button
              type="button"
              className="quiet-button"
              onClick={() => {
                onChange(undone.before)
                setUndone(null)
              }}
            >
              {t.mine.undo}
            </button>
          </p>
        )}
        <div className="row">
          <button type="button" className="quiet-button start" onClick={() => onChange(withRow(household, 'children'))}>
            {t.mine.addChild}
          </button>
          {household.topics.includes('former-policy') && (
            <button type="button" className="quiet-button" onClick={() => onChange(withRow(household, 'members'))}>
              {t.mine.addMember}
            </button>
          )}
        </div>
        <p className="small quiet">{isKept ? t.mine.storage : t.mine.notKept}</p>
        <div>
          <button type="button" className="choice" onClick={onClear}>
            {t.mine.clear}
          </button>
        </div>
      </div>
    </details>
  )
}

function RemoveRow({ label, onRemove }: { readonly label: string; readonly onRemove: () => void }) {
  const { t } = useWords()
  return (
    <button type="button" className="quiet-button start" onClick={onRemove}>
      {t.mine.removeRow(label)}
    </button>
  )
}

function GivenAnswer({
  info,
  value,
  place,
  onEdit,
}: {
  readonly info: FactInfo
  readonly value: FactValue
  readonly place: Place
  readonly onEdit: () => void
}) {
  const words = useWords()
  const regions = useRegionTable()
  const label = words.say(info.label)
  return (
    <li>
      <span className="given-label">{label}</span>
      <span className="given-value">{valueText(value, { info, place, words, regions })}</span>
      <button type="button" className="quiet-button" onClick={onEdit} aria-label={words.t.mine.editOf(label)}>
        {words.t.mine.edit}
      </button>
    </li>
  )
}

interface Group {
  readonly table: string | null
  readonly index: number | null
  readonly label: string
  readonly entries: readonly { readonly info: FactInfo; readonly value: FactValue }[]
}

function groupsOf(place: Place, household: Household, { language, t }: Words): readonly Group[] {
  const entriesOf = (record: Readonly<Record<string, FactValue>>) =>
    place.facts.flatMap((info) => {
      const value = record[info.name]
      return value === undefined ? [] : [{ info, value }]
    })
  const rows = place.tables.flatMap((table) =>
    (household.rows[table.name] ?? []).map((row, index) => ({
      table: table.name,
      index,
      label: rowLabel(household, { table: table.name, index, language }),
      entries: entriesOf(row),
    })),
  )
  const whole = { table: null, index: null, label: t.mine.household, entries: entriesOf(household.facts) }
  return whole.entries.length === 0 ? rows : [...rows, whole]
}
