/**
 * CPU time of the projection engine, in microseconds per region, year and trajectory.
 *
 *   node bench/demography/speed.ts
 */
import {
  carriedCensus,
  censusForecast,
  forecast,
  nationalBase,
  nationalSchedules,
  project,
  runPlain,
  runWasm,
  type TrajectoryPlan,
} from '@junheng/demography'

export interface SpeedRow {
  readonly what: string
  /** CPU microseconds per region-year-trajectory: the median of repeated runs. */
  readonly microseconds: number
  /** The fastest run: what the code takes when the machine leaves it alone. */
  readonly fastest: number
}

const years = 30
const trajectories = 1000

/** Measures the paths on one county of the census, 30 years, 1,000 trajectories; about five seconds. */
export function demographySpeed(): readonly SpeedRow[] {
  const plan = countyPlan()
  const few = { ...plan, trajectories: 80 }
  const steps = years * trajectories
  return [
    { what: 'trajectories, WebAssembly SIMD, draws included', ...perStep(() => runWasm(plan), steps) },
    {
      what: 'the same with quantiles of eleven indicators',
      ...perStep(() => forecast(plan, { firstYear: 2021 }), steps),
    },
    { what: 'trajectories, plain Float64Array', ...perStep(() => runPlain(few), years * 80) },
    {
      what: 'deterministic engine, all results kept',
      ...perStep(() => project({ start: plan.start, firstYear: 2021, years: plan.years, timing: 'end' }), years),
    },
  ]
}

function countyPlan(): TrajectoryPlan {
  const place = carriedCensus.find(({ code }) => code === '421202')
  if (place === undefined) throw new RangeError('421202')
  const base = nationalBase(nationalSchedules(2021, 2021 + years))
  return censusForecast(place, { base, trajectories, seed: 1 }).plan
}

function perStep(work: () => unknown, steps: number): Pick<SpeedRow, 'microseconds' | 'fastest'> {
  const times = Array.from({ length: 15 }, () => {
    const started = process.cpuUsage()
    let rounds = 0
    do {
      work()
      rounds += 1
    } while (process.cpuUsage(started).user < 40_000)
    const { user, system } = process.cpuUsage(started)
    return (user + system) / rounds / steps
  })
  times.sort((a, b) => a - b)
  return { microseconds: times[Math.floor(times.length / 2)] ?? Number.NaN, fastest: times[0] ?? Number.NaN }
}

/** The table `npm run bench` prints. */
export function demographySpeedLines(): readonly string[] {
  return [
    'Population projection, CPU µs per region-year-trajectory (ages 0–100+, two sexes), median and fastest of 15:',
    ...demographySpeed().map(
      ({ what, microseconds, fastest }) =>
        `  ${microseconds.toFixed(3).padStart(8)} ${fastest.toFixed(3).padStart(8)}  ${what}`,
    ),
    '     0.10            C −O3, one step with given rates (measured before, two shared cores)',
    '      109            the UN’s R step (measured before, two shared cores)',
  ]
}

if (import.meta.main) for (const line of demographySpeedLines()) console.log(line)
