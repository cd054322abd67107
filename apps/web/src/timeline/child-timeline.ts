import type { Timeline, TimelineMonth } from '@junheng/entitlements'
import { addMonths, addYears, fromDayNumber, getDay, toDayNumber } from '@junheng/kernel'

/** A pregnancy, counted back from the birth or the due date, in days; as the engine counts it. */
const pregnancyDays = 280

/**
 * The months of one child, from its pregnancy to its sixth birthday, with what is its own or the whole family's.
 * `birth` is an ISO day, `index` the child's row.
 */
export function childMonths(
  { months }: Timeline,
  { birth, index }: { readonly birth: string; readonly index: number },
): readonly TimelineMonth[] {
  const born = toDayNumber(getDay(birth))
  const first = fromDayNumber(born - pregnancyDays).slice(0, 7)
  const end = fromDayNumber(addMonths(addYears(born, 6), 1)).slice(0, 7)
  const mine = <T extends { readonly index: number | null }>(entries: readonly T[]) =>
    entries.filter((entry) => entry.index === null || entry.index === index)
  return months
    .filter(({ month }) => month >= first && month < end)
    .map((month) => {
      const money = mine(month.money)
      return {
        ...month,
        money,
        moneyFen: money.reduce((sum, entry) => sum + entry.fen, 0),
        deductions: mine(month.deductions),
        leave: mine(month.leave),
      }
    })
}
