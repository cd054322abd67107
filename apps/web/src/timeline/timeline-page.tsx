import { useMemo, useState } from 'react'
import { type Place, timeline, type TimelineMonth } from '@junheng/entitlements'
import { yuanOf } from '@junheng/kernel'
import { chineseWorkdays } from '@junheng/kernel/workdays-cn'
import { Link } from 'wouter'
import { CalendarButton } from '../calendar/calendar-button.tsx'
import { PrintButton } from '../design/print-button.tsx'
import { moneyText } from '../format/money.ts'
import { useWords } from '../messages/language.tsx'
import { useDayAsked } from '../places/day-asked.ts'
import { evaluateHousehold } from '../situation/evaluate.ts'
import { useHousehold } from '../situation/store.ts'
import { rowLabel } from '../situation/row-label.ts'
import { childMonths } from './child-timeline.ts'
import { MonthTable } from './month-table.tsx'
import { yearsOf } from './timeline-years.ts'
import './timeline.css'

/** From pregnancy to the sixth birthday: the money and the days off of each month, rights only. */
export function TimelinePage({ place }: { readonly place: Place }) {
  const { t, say, language } = useWords()
  const { household } = useHousehold()
  const { on } = useDayAsked()
  const evaluation = useMemo(() => evaluateHousehold(place, household, on), [place, household, on])
  const line = useMemo(
    () => timeline({ place, situation: evaluation.situation, calendar: chineseWorkdays }),
    [place, evaluation],
  )
  const births = (household.rows['children'] ?? []).flatMap((row, index) => {
    const birth = row['child.birthDate']
    return typeof birth === 'string' ? [{ birth, index }] : []
  })
  const [wanted, setWanted] = useState<number | null>(null)
  const child =
    births.find(({ index }) => index === wanted) ?? births.toSorted((a, b) => (a.birth < b.birth ? 1 : -1))[0]
  const months = child === undefined ? [] : childMonths(line, child)
  const total = months.reduce((sum, month) => sum + month.moneyFen, 0)
  const mine = (entry: { readonly index: number | null }) => entry.index === null || entry.index === child?.index
  const { eligible, future } = evaluation.grouped.groups
  return (
    <section className="timeline">
      <h2>{t.timeline.heading}</h2>
      <p className="lead">{t.timeline.lead}</p>
      {child === undefined ? (
        <p className="notice row">
          {t.timeline.needBirth}
          <Link className="quiet-button" href={`/${place.id}`}>
            {t.timeline.goAsk}
          </Link>
        </p>
      ) : (
        <>
          {births.length > 1 && (
            <label className="timeline-child no-print">
              <span>{t.timeline.child}</span>
              <select value={child.index} onChange={(event) => setWanted(Number(event.target.value))}>
                {births.map(({ index }) => (
                  <option key={index} value={index}>
                    {rowLabel(household, { table: 'children', index, language })}
                  </option>
                ))}
              </select>
            </label>
          )}
          <p className="timeline-total">
            <strong>{t.timeline.totalMoney(moneyText(Math.round(yuanOf(total)), language))}</strong>
            <span>{(hasLeaveOfEach(months) ? t.timeline.totalDaysEach : t.timeline.totalDays)(leaveDays(months))}</span>
          </p>
          <MonthTable years={yearsOf(months, child.birth)} on={on} />
          <OtherEntries title={t.timeline.undecided} entries={line.undecided.filter(mine)} />
          <OtherEntries title={t.timeline.notAdded} entries={line.notAdded.filter(mine)} />
          <details className="panel-fold">
            <summary>{t.timeline.howCounted}</summary>
            <ul className="stack small quiet">
              {line.assumptions.map((text) => (
                <li key={text.zh}>{say(text)}</li>
              ))}
            </ul>
          </details>
          <p className="row no-print">
            <CalendarButton answers={[...eligible, ...future]} on={on} label={t.timeline.calendarAll} />
            <PrintButton />
          </p>
        </>
      )}
    </section>
  )
}

function leaveDays(months: readonly TimelineMonth[]): number {
  return months.flatMap((month) => month.leave).reduce((sum, entry) => sum + entry.days, 0)
}

/** Leave each parent has of their own: how many of them are employed may not be known. */
function hasLeaveOfEach(months: readonly TimelineMonth[]): boolean {
  return months.some((month) => month.leave.some(({ who }) => who === 'each-parent'))
}

function OtherEntries({
  title,
  entries,
}: {
  readonly title: string
  readonly entries: ReturnType<typeof timeline>['undecided']
}) {
  const { say, language } = useWords()
  const names = [...new Set(entries.map((entry) => say(entry.label)))]
  if (names.length === 0) return null
  return (
    <p className="small">
      <strong>{title}</strong> {names.join(language === 'zh' ? '、' : ', ')}
    </p>
  )
}
