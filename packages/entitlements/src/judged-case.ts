import type { Stretch } from './stretches.ts'
import type { SubjectCase } from './subject-case.ts'

/** A case with its answer at all times. */
export interface JudgedCase {
  readonly subject: SubjectCase
  readonly stretches: readonly Stretch[]
}
