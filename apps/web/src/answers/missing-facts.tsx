import type { Answer, Place } from '@junheng/entitlements'
import { useWords } from '../messages/language.tsx'
import type { FactKey } from '../situation/household.ts'

/** What is still needed, each with a button that asks it. Children are called here as everywhere on the page. */
export function MissingFacts({
  missing,
  place,
  nameRow,
  onAnswer,
}: {
  readonly missing: Answer['missing']
  readonly place: Place
  readonly nameRow: (table: string, index: number) => string | null
  readonly onAnswer: (key: FactKey) => void
}) {
  const { t, say } = useWords()
  return (
    <ul className="missing no-print" aria-label={t.card.missing}>
      {missing.map(({ fact, index, label }) => {
        const info = place.facts.find((one) => one.name === fact)
        const row = info === undefined || info.table === null || index === null ? null : nameRow(info.table, index)
        const name = say(info?.label ?? label)
        return (
          <li key={`${fact}#${index}`}>
            <button type="button" className="choice" onClick={() => onAnswer({ fact, index })}>
              {t.card.answerIt(row === null ? name : `${row} · ${name}`)}
            </button>
          </li>
        )
      })}
    </ul>
  )
}
