import { dayText } from '../format/day.ts'
import { useRegionTable } from '../questions/region-table.ts'
import type { AskedFact, Here, Stated } from './calls.ts'
import { useMyClaimWords } from './use-my-claim-words.ts'

/** What the family has answered so far, each to be taken back. */
export function GivenAnswers({
  given,
  stated,
  here,
  onTakeBack,
}: {
  readonly given: readonly AskedFact[]
  readonly stated: Stated
  readonly here: Here
  readonly onTakeBack: (fact: AskedFact) => void
}) {
  const { words, say, language } = useMyClaimWords()
  const regions = useRegionTable()
  if (given.length === 0) return null
  const shown = ({ fact, type, codes, unit }: AskedFact): string => {
    const value = stated[fact]
    if (typeof value === 'boolean') return value ? words.yes : words.no
    if (type === 'date') return dayText(String(value), language)
    if (type === 'region')
      return here !== null && value === here.code ? here.name : (regions?.pathOf(Number(value)) ?? String(value))
    const code = codes.find((one) => one.code === value)
    return code === undefined ? [String(value), unit].filter((part) => part !== null).join(' ') : say(code.label)
  }
  return (
    <section aria-label={words.yourAnswers}>
      <ul className="benefit-answers small">
        {given.map((fact) => (
          <li key={fact.fact}>
            {say(fact.label)}：<strong>{shown(fact)}</strong>{' '}
            <button type="button" className="quiet-button" onClick={() => onTakeBack(fact)}>
              {words.change}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
