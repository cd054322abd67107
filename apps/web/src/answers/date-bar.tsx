import { getDay, toDayNumber } from '@junheng/kernel'
import { dayBefore, dayText } from '../format/day.ts'
import { useWords } from '../messages/language.tsx'
import './date-bar.css'

/** From when to when, with today's mark. Half-open ISO days; null is unbounded. */
export function DateBar({
  from,
  to,
  on,
}: {
  readonly from: string | null
  readonly to: string | null
  readonly on: string
}) {
  const { language, t } = useWords()
  if (from === null && to === null) return null
  const last = to === null ? null : dayBefore(to)
  const words =
    from !== null && last !== null
      ? t.card.range(dayText(from, language), dayText(last, language))
      : from !== null
        ? t.card.from(dayText(from, language))
        : t.card.until(dayText(last ?? '', language))
  return (
    <div className="date-bar">
      {from !== null && last !== null && from < last && <Track from={from} last={last} on={on} today={t.card.today} />}
      <p className="small">{words}</p>
    </div>
  )
}

function Track({
  from,
  last,
  on,
  today,
}: {
  readonly from: string
  readonly last: string
  readonly on: string
  readonly today: string
}) {
  const day = (text: string) => toDayNumber(getDay(text))
  const share = (day(on) - day(from)) / (day(last) - day(from))
  const inside = share >= 0 && share <= 1
  return (
    <div className="date-track" aria-hidden="true">
      <span className="date-gone" style={{ inlineSize: `${Math.min(1, Math.max(0, share)) * 100}%` }} />
      {inside && (
        <span className="date-today" style={{ insetInlineStart: `${share * 100}%` }}>
          <span
            className={
              share > 0.8 ? 'date-today-label end' : share < 0.2 ? 'date-today-label start' : 'date-today-label'
            }
          >
            {today}
          </span>
        </span>
      )}
    </div>
  )
}
