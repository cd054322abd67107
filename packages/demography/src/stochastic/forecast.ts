import { countBins, quantilesOf, type BinCounts } from './quantiles.ts'
import { runPlain, type TrajectoryValues } from './run-plain.ts'
import { countBinsWasm, runWasm } from './run-wasm.ts'
import { indicatorIds, type TrajectoryPlan } from './trajectory-plan.ts'

/** Shares reported: median, 80 % and 95 % intervals. */
const forecastShares = [0.025, 0.1, 0.5, 0.9, 0.975] as const

/** One indicator of one year: median and the bounds of the 80 % and 95 % intervals, in persons. */
export interface ForecastCell {
  readonly year: number
  readonly indicator: string
  readonly low95: number
  readonly low80: number
  readonly median: number
  readonly high80: number
  readonly high95: number
}

/** Which path computes: WebAssembly SIMD in single precision, or plain double precision. */
export type Engine = 'wasm' | 'plain'

/**
 * Runs a region's trajectories and keeps only quantiles. Stocks stand on 31 December of `year`, flows are that year's.
 * `onValues` sees the trajectories before they are overwritten, e.g. to sum regions.
 */
export function forecast(
  plan: TrajectoryPlan,
  {
    firstYear,
    engine = 'wasm',
    onValues,
  }: {
    readonly firstYear: number
    readonly engine?: Engine
    readonly onValues?: (values: TrajectoryValues) => void
  },
): readonly ForecastCell[] {
  const values = engine === 'wasm' ? runWasm(plan) : runPlain(plan)
  onValues?.(values)
  return summarise(values, { plan, firstYear, count: engine === 'wasm' ? countBinsWasm : countBins })
}

/** Summarises trajectories, e.g. sums of regions, that were run for `plan`. */
export function summarise(
  values: TrajectoryValues,
  {
    plan,
    firstYear,
    count = countBins,
  }: {
    readonly plan: TrajectoryPlan
    readonly firstYear: number
    readonly count?: (values: Float32Array) => BinCounts
  },
): readonly ForecastCell[] {
  const ids = indicatorIds(plan)
  return plan.years.flatMap((_, at) =>
    ids.map((indicator, index) => {
      const from = (at * ids.length + index) * plan.trajectories
      const counts = count(values.subarray(from, from + plan.trajectories))
      const [low95 = 0, low80 = 0, median = 0, high80 = 0, high95 = 0] = quantilesOf(counts, forecastShares)
      return { year: firstYear + at, indicator, low95, low80, median, high80, high95 }
    }),
  )
}
