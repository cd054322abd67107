import type { Assumption } from '@junheng/demography'

/** The forecast ends with this year. */
export const lastYear = 2060
/** Ways the future may go; a multiple of eight, as the engine needs. */
export const trajectories = 1000

/** What the page shows over time. Stocks stand on 31 December, births are the year's. */
export const seriesIds = ['births', 'population', 'under3', 'from3to5', 'women', 'over60', 'over65'] as const
export type SeriesId = (typeof seriesIds)[number]

/** Median and the bounds of the 80 % and 95 % intervals, one value a year, or a year and age group. */
export interface Band {
  readonly low95: Float32Array
  readonly low80: Float32Array
  readonly median: Float32Array
  readonly high80: Float32Array
  readonly high95: Float32Array
}

/** What is asked of the worker. */
export interface ForecastRequest {
  readonly region: number
  readonly seed: number
  /** What-if: holds from this year on. */
  readonly fromYear: number
  /** Children per woman added to the central assumption in `fromYear` and in the last year, straight between. */
  readonly tfrChange: readonly [number, number]
  /** Mean net migration a year as a share of the census population, from −0.05 to 0.05. */
  readonly netMigration: number
  /** Whether migration is uncertain; without, it is exactly its mean. */
  readonly migrationVaries: boolean
}

/** Persons by sex and five-year group, 0–4 … 95–99, 100+; `index = year × groups + group`. */
export interface Pyramid {
  readonly groups: number
  readonly male: Band
  readonly female: Band
  /** 1 January 2021, by group. */
  readonly start: { readonly male: Float32Array; readonly female: Float32Array }
}

export interface ForecastResult {
  readonly request: ForecastRequest
  readonly firstYear: number
  readonly series: Readonly<Record<SeriesId, Band>>
  /** Children under three per 1,000 people. */
  readonly under3PerThousand: Band
  readonly pyramid: Pyramid
  /** Central TFR by year before any what-if. */
  readonly centralTfr: readonly number[]
  readonly assumptions: readonly Assumption[]
}
