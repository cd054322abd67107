import type { AgeSex } from '../age-sex.ts'
import type { AgeSchedule } from '../rates/fertility.ts'
import type { GroupedFertility } from '../schedules/single-age-fertility.ts'

/**
 * When net migrants cross the border: all at the end of the year, so that they neither die nor bear in it (the UN's rule
 * for WPP 2024), or half at its start and half at its end.
 */
export type MigrationTiming = 'end' | 'even'

/**
 * Net migrants of one year, negative where more leave. An AgeSex holds persons by age at the end of the year; `rates`
 * are net migrants per person there on 1 January, by age on that day; a `total` is shared out as the population is.
 * The three kinds and their reading are the UN engine's ("counts", "rates", "totals").
 */
export type NetMigration = AgeSex | { readonly rates: AgeSex } | { readonly total: number }

/** What one calendar year does to a population. Ages 0..A as in the population. */
export interface YearInputs {
  /** Sx by age reached at the end of the year; index 0 is from birth, A the open age's. Within [0, 1]. */
  readonly survival: AgeSex
  /** fx, births per woman and year by single age; or five-year groups, split by the women there are. */
  readonly fertility: AgeSchedule | GroupedFertility
  /** Male births per female birth, e.g. 1.06. */
  readonly srb: number
  readonly migration: NetMigration
  /**
   * Years in the step, which is also the width of every age group: 1 unless given. With 5, index 1 is ages 5–9, the
   * "year" lasts five, migrants are those of all five, and Sx and fx refer to five-year groups.
   */
  readonly width?: number
}

/** A year whose rates by single age and migrants in persons stand before the population is known. */
export interface ScheduledYear extends YearInputs {
  readonly fertility: AgeSchedule
  readonly migration: AgeSex
}

/** What happened in one year, and the population at its end (31 December, that is 1 January of the next). */
export interface YearResult {
  readonly end: AgeSex
  readonly births: { readonly male: number; readonly female: number }
  /** Births by the mother's age: women there at the year's start and end, averaged; index = age. */
  readonly birthsByAge: Float64Array
  /** Deaths by age reached at the end of the year: index 0 the infants born in it, A the open age. */
  readonly deaths: AgeSex
  /** Migrants in persons, after cuts that keep cells from going negative. */
  readonly migration: AgeSex
  /** Persons added where a cell would have gone below nought; part of the balance. */
  readonly filled: number
  /** Persons who came from other regions less those who went there; only where regions are projected together. */
  readonly netMoves?: number
}
