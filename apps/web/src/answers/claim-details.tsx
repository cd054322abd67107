import type { Answer } from '@junheng/entitlements'
import { dayBefore, dayText } from '../format/day.ts'
import { useWords } from '../messages/language.tsx'

/** How, where, with what and until when to claim; who pays and who handles it. */
export function ClaimDetails({ answer, withNote }: { readonly answer: Answer; readonly withNote: boolean }) {
  const { t, say, language } = useWords()
  const { claim } = answer
  const rows: [string, string][] = []
  if (claim !== null) {
    rows.push([t.card.howToClaim, say(claim.how)])
    if (claim.where !== null) rows.push([t.card.where, say(claim.where)])
    if (claim.papers.length > 0) rows.push([t.card.papers, claim.papers.map(say).join(language === 'zh' ? '、' : ', ')])
    const { opens, closes } = claim
    if (opens !== null && closes !== null) {
      rows.push([t.card.window, t.card.windowRange(dayText(opens, language), dayText(dayBefore(closes), language))])
    } else if (opens !== null) rows.push([t.card.window, t.card.from(dayText(opens, language))])
    else if (closes !== null) rows.push([t.card.window, t.card.until(dayText(dayBefore(closes), language))])
  }
  if (answer.payer !== null) rows.push([t.card.payer, say(answer.payer)])
  if (answer.provider !== null) rows.push([t.card.provider, say(answer.provider)])
  if (withNote && answer.note !== null) rows.push([t.card.note, say(answer.note)])
  if (rows.length === 0) return null
  return (
    <dl className="claim small">
      {rows.map(([name, text]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
