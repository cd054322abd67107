export { DomainError, isDomainError } from './domain-error.ts'
export type { Words } from './domain-error.ts'
export {
  addMonths,
  addYears,
  ageInMonths,
  ageInYears,
  civilOf,
  dayNumberOf,
  daysInMonth,
  isLeapYear,
  monthOf,
  weekdayOf,
  yearOf,
} from './day-number.ts'
export type { CivilDate } from './day-number.ts'
export { fromDayNumber, getDay, parseDay, parseDayNumber, toDayNumber } from './day.ts'
export type { Day } from './day.ts'
export { contains, intersection, isEmpty, overlaps } from './date-range.ts'
export type { DateRange } from './date-range.ts'
export { fenFromYuan, formatYuan, parseYuan, yuanOf } from './fen.ts'
export type { Fen } from './fen.ts'
export {
  applyRate,
  greatestCommonDivisor,
  parseRate,
  rateFromDecimal,
  roundBigFraction,
  roundFraction,
} from './rate.ts'
export type { Rate, RoundingMode } from './rate.ts'
export { within } from './regions/within.ts'
export { checkCharacter, parseResidentId, ResidentId } from './resident-id.ts'
export type { ParsedResidentId, ResidentIdProblem } from './resident-id.ts'
export { addWorkdays, calendarNotPublished, lastDayOfLeave } from './workdays.ts'
export type { DayCount, LeaveOfDays, WorkdayCalendar } from './workdays.ts'
