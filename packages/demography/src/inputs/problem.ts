import type { Words } from '@junheng/kernel'

/** What is wrong with an input file, and where. */
export interface InputProblem {
  readonly file: string
  /** Line in the file, the header being line 1; null when the file as a whole is meant. */
  readonly line: number | null
  readonly code: InputProblemCode
  readonly text: Words
}

export type InputProblemCode =
  | 'missing-file'
  | 'unknown-file'
  | 'missing-column'
  | 'not-a-number'
  | 'negative'
  | 'out-of-range'
  | 'wrong-code'
  | 'wrong-age'
  | 'missing-age'
  | 'missing-sex'
  | 'missing-year'
  | 'missing-region'
  | 'years-out-of-order'
  | 'duplicate'
  | 'totals-differ'
  | 'conflict'

/** Something the result rests on that no input file said; listed beside every result. */
export interface Assumption {
  readonly id: string
  readonly text: Words
  /** Where it comes from: a publication, a file, or a rule of the engine. */
  readonly source: string
}

/** Collects problems of one file. */
export function problemsOf(file: string, problems: InputProblem[]) {
  return (line: number | null, code: InputProblemCode, text: Words): void => {
    problems.push({ file, line, code, text })
  }
}
