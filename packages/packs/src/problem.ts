import type { Text } from '@junheng/rules'

/** One finding about a pack, for the person who maintains it. Lines and columns count from 1. */
export interface Problem {
  readonly file: string
  readonly line: number
  readonly column: number
  /** Stable name, e.g. `unknown-name`, `date-gap`, `two-live-exceptions`. */
  readonly code: string
  readonly severity: 'error' | 'warning'
  readonly message: Text
}

export function isError(problem: Problem): boolean {
  return problem.severity === 'error'
}

/** Problems without repetitions, by file, line and column. */
export function sortProblems(problems: readonly Problem[]): readonly Problem[] {
  const unique = new Map<string, Problem>()
  for (const problem of problems) {
    unique.set([problem.file, problem.line, problem.column, problem.code, problem.message.en].join('\n'), problem)
  }
  return [...unique.values()].sort(
    (a, b) => compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.code, b.code),
  )
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
