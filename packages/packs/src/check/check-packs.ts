import type { WorkdayCalendar } from '@junheng/kernel'
import { loadPacks } from '../load/load-packs.ts'
import { isError, sortProblems, type Problem } from '../problem.ts'

/** What `junheng check` reports. */
export interface CheckReport {
  readonly problems: readonly Problem[]
  readonly errors: number
  readonly warnings: number
  readonly counts: {
    readonly packs: number
    readonly benefits: number
    readonly examples: number
    readonly clauses: number
  }
}

/** Everything wrong with the packs, at once: shape, names, types, dates, sources, exceptions, examples, coverage. */
export function checkPacks(files: ReadonlyMap<string, string>, _calendar: WorkdayCalendar): CheckReport {
  const loaded = loadPacks(files)
  const packs = [...loaded.packs.values()]
  const problems = sortProblems(loaded.problems)
  const errors = problems.filter(isError).length
  return {
    problems,
    errors,
    warnings: problems.length - errors,
    counts: {
      packs: packs.length,
      benefits: packs.reduce((sum, pack) => sum + pack.benefits.length, 0),
      examples: packs.reduce((sum, pack) => sum + pack.examples.length, 0),
      clauses: packs.reduce((sum, pack) => sum + pack.clauses.length, 0),
    },
  }
}
