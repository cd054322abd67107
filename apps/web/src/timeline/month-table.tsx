import type { TimelineMonth } from '@junheng/entitlements'
import { yuanOf } from '@junheng/kernel'
import { moneyText } from '../format/money.ts'
import { monthText } from '../format/day.ts'
import { useWords } from '../messages/language.tsx'
import { daysOf, type TimelineYear } from './timeline-years.ts'

/** A table a screen reader can read, with small bars for who looks. One body of rows a year; quiet months are left out. */
export function MonthTable({ years, on }: { readonly years: readonly TimelineYear[]; readonly on: string }) {
  const { t, language } = useWords()
  const most = Math.max(1, ...years.flatMap((year) => year.months.map((month) => month.moneyFen)))
  return (
    <table className="months">
      <thead>
        <tr>
          <th scope="col">{t.timeline.month}</th>
          <th scope="col">{t.timeline.money}</th>
          <th scope="col">{t.timeline.days}</th>
        </tr>
      </thead>
      {years.map((year) => (
        <tbody key={year.age}>
          <tr className="year-row">
            <th scope="rowgroup">{year.age < 0 ? t.timeline.pregnancy : t.timeline.ageYear(year.age)}</th>
            <td>
              {year.moneyFen === 0 ? '—' : moneyText(yuanOf(year.moneyFen), language)}
              {year.deductedFen > 0 && (
                <span className="entries">{t.timeline.deducted(moneyText(yuanOf(year.deductedFen), language))}</span>
              )}
            </td>
            <td>{year.days === 0 ? '—' : t.timeline.daysUnit(year.days)}</td>
          </tr>
          {year.months
            .filter((month) => month.moneyFen > 0 || month.leave.length > 0 || on.startsWith(month.month))
            .map((month) => (
              <MonthRow key={month.month} month={month} most={most} isNow={on.startsWith(month.month)} />
            ))}
        </tbody>
      ))}
    </table>
  )
}

function MonthRow({
  month,
  most,
  isNow,
}: {
  readonly month: TimelineMonth
  readonly most: number
  readonly isNow: boolean
}) {
  const { t, say, language } = useWords()
  const days = daysOf(month)
  return (
    <tr aria-current={isNow ? 'date' : undefined}>
      <th scope="row">
        {monthText(month.month, language)}
        {isNow && <span className="now"> {t.timeline.now}</span>}
      </th>
      <td>
        {month.moneyFen > 0 && (
          <>
            {moneyText(yuanOf(month.moneyFen), language)}
            <span className="bar" aria-hidden="true" style={{ inlineSize: `${(month.moneyFen / most) * 100}%` }} />
          </>
        )}
        <ul className="entries">
          {month.money.map((entry) => (
            <li key={`${entry.id}#${entry.index}`}>
              {say(entry.label)} {moneyText(yuanOf(entry.fen), language)}
            </li>
          ))}
        </ul>
      </td>
      <td>
        {days > 0 && t.timeline.daysUnit(days)}
        <ul className="entries">
          {month.leave.map((entry) => (
            <li key={`${entry.id}#${entry.index}`}>
              {say(entry.label)} {t.timeline.daysUnit(entry.days)}
              {entry.yearly && t.timeline.wholeYear}
            </li>
          ))}
        </ul>
      </td>
    </tr>
  )
}
