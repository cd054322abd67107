import type { Line } from '../text/line.ts'
import type { NumberForm } from './number-form.ts'

/** What made a heading doubtful. */
export type HeadingDoubt = 'lost-numeral' | 'run-in' | 'numbers-skip' | 'number-twice' | 'numbering-restarts'

export interface Heading {
  /** Which text of the file it belongs to, from 0. */
  readonly part: number
  readonly annex: boolean
  readonly form: NumberForm
  readonly value: number
  readonly number: string
  readonly printed: string
  readonly heading: string
  readonly line: Line
  /** Index of the line among all lines. */
  readonly at: number
  /** Where in the line's text the number ends, and where the body behind the heading begins. */
  readonly wordsFrom: number
  readonly bodyFrom: number
  readonly path: readonly string[]
  readonly doubts: readonly HeadingDoubt[]
}
