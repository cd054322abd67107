import type { WorkdayCalendar } from '@junheng/kernel'
import { checkPacks } from '../check/check-packs.ts'
import type { Problem } from '../problem.ts'

/** A calendar without holidays, for tests that do not count working days. */
export const plainCalendar: WorkdayCalendar = {
  firstYear: 1900,
  lastYear: 2100,
  isWorkday: () => true,
  isStatutoryHoliday: () => false,
}

/** Everything a check of these files reports. */
export function problemsOf(files: ReadonlyMap<string, string>): readonly Problem[] {
  return checkPacks(files, plainCalendar, { minimumExamples: 0 }).problems
}

/** `file:line:column code`, the part of a report that tests pin down. */
export function reportLines(files: ReadonlyMap<string, string>): readonly string[] {
  return problemsOf(files).map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`)
}
