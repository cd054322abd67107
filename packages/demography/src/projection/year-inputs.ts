import type { AgeSex } from '../age-sex.ts'
import type { AgeSchedule } from '../rates/fertility.ts'

/**
 * When net migrants cross the border: all at the end of the year, so that they neither die nor bear in it (the UN's rule
 * for WPP 2024), or half at its start and half at its end.
 */
export type MigrationTiming = 'end' | 'even'

/** What one calendar year does to a population. Ages 0..A as in the population. */
export interface YearInputs {
  /** Sx by age reached at the end of the year; index 0 is from birth, A the open age's. Within [0, 1]. */
  readonly survival: AgeSex
  /** fx, births per woman and year by single age. */
  readonly fertility: AgeSchedule
  /** Male births per female birth, e.g. 1.06. */
  readonly srb: number
  /** Net migrants in persons by age at the end of the year; negative when more leave. */
  readonly migration: AgeSex
}

/** What happened in one year, and the population at its end (31 December, that is 1 January of the next). */
export interface YearResult {
  readonly end: AgeSex
  readonly births: { readonly male: number; readonly female: number }
  /** Births by the mother's age at the start of the year she is counted in; index = age. */
  readonly birthsByAge: Float64Array
  /** Deaths by age reached at the end of the year: index 0 the infants born in it, A the open age. */
  readonly deaths: AgeSex
  /** Migrants after cuts that keep cells from going negative. */
  readonly migration: AgeSex
  /** Persons added where a cell would have gone below nought; part of the balance. */
  readonly filled: number
}
