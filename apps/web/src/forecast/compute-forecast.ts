import {
  carriedCensus,
  censusForecast,
  censusYear,
  certain,
  countBins,
  emptyAgeSex,
  nationalBase,
  nationalSchedules,
  quantilesOf,
  runWasm,
  type AgeBand,
  type AgeSex,
  type NationalBase,
  type TrajectoryPlan,
  type ScheduledYear,
} from '@junheng/demography'
import { whatIfAssumptions } from './what-if-assumptions.ts'
import { lastYear, trajectories, type Band, type ForecastRequest, type ForecastResult } from './forecast-types.ts'

/** Cuts that both the planners' ages and five-year groups can be put together from. */
const cuts = [0, 3, 5, 6, 10, ...Array.from({ length: 18 }, (_, at) => 15 + 5 * at)]
const bands: readonly AgeBand[] = cuts.map((from, at) => ({ id: String(from), from, to: cuts[at + 1] ?? Infinity }))
const groups = 21
const shares = [0.025, 0.1, 0.5, 0.9, 0.975] as const
const years = lastYear - censusYear + 1

let national: NationalBase | undefined

/**
 * Bands of what the page shows, from 1,000 trajectories. Women are had by running the same draws without men, so that
 * every number of the page comes from the same futures. Throws RangeError for a place not carried.
 */
export function computeForecast(request: ForecastRequest): ForecastResult {
  national ??= nationalBase(nationalSchedules(censusYear, lastYear + 1))
  const code = String(request.region).padStart(6, '0')
  const place = carriedCensus.find((one) => one.code === code)
  if (place === undefined) throw new RangeError(`no census structure of ${code}`)
  const own = censusForecast(place, { base: national, trajectories, seed: request.seed })
  const centralTfr = own.plan.years.map(({ fertility }) => fertility.rates.reduce((sum, rate) => sum + rate, 0))
  const plan: TrajectoryPlan = {
    ...own.plan,
    bands,
    years: own.plan.years.map((year, at) => changed(year, { at, request, scale: own.plan.migrationScale, centralTfr })),
    uncertainty: request.migrationVaries
      ? own.plan.uncertainty
      : { ...own.plan.uncertainty, migration: certain.migration },
  }
  const all = reader(runWasm(plan).slice())
  const women = reader(runWasm(withoutMen(plan)).slice())
  return {
    request,
    firstYear: censusYear,
    series: {
      births: all.overTime((year) => all.births(year)),
      population: all.overTime((year) => all.persons(year, [0, Infinity])),
      under3: all.overTime((year) => all.persons(year, [0, 3])),
      from3to5: all.overTime((year) => all.persons(year, [3, 6])),
      women: all.overTime((year) => women.persons(year, [15, 50])),
      over60: all.overTime((year) => all.persons(year, [60, Infinity])),
      over65: all.overTime((year) => all.persons(year, [65, Infinity])),
    },
    under3PerThousand: all.overTime((year) => {
      const people = all.persons(year, [0, Infinity])
      return all.persons(year, [0, 3]).map((children, at) => (1000 * children) / (people[at] ?? 1))
    }),
    pyramid: pyramidOf(plan, all, women),
    centralTfr,
    assumptions: [...own.assumptions, ...whatIfAssumptions(request)],
  }
}

function changed(
  year: ScheduledYear,
  {
    at,
    request: { fromYear, tfrChange, netMigration },
    scale,
    centralTfr,
  }: {
    readonly at: number
    readonly request: ForecastRequest
    readonly scale: TrajectoryPlan['migrationScale']
    readonly centralTfr: readonly number[]
  },
): ScheduledYear {
  if (censusYear + at < fromYear) return year
  const way = (censusYear + at - fromYear) / (lastYear - fromYear)
  const [now, end] = tfrChange
  const factor = 1 + (now + way * (end - now)) / (centralTfr[at] ?? 1)
  const movers = (persons: Float64Array) => persons.map((count) => count * netMigration)
  return {
    ...year,
    fertility: { ...year.fertility, rates: year.fertility.rates.map((rate) => rate * factor) },
    migration: { male: movers(scale.male), female: movers(scale.female) },
  }
}

function withoutMen(plan: TrajectoryPlan): TrajectoryPlan {
  const none = emptyAgeSex(plan.start.male.length - 1).male
  const women = ({ female }: AgeSex): AgeSex => ({ male: none, female })
  return {
    ...plan,
    start: women(plan.start),
    years: plan.years.map((year) => ({ ...year, survival: women(year.survival), migration: women(year.migration) })),
    survivalResponse:
      plan.survivalResponse?.map(({ slope, curve }) => ({ slope: women(slope), curve: women(curve) })) ?? null,
    migrationScale: women(plan.migrationScale),
  }
}

type Reader = ReturnType<typeof reader>

/** Indicators of a year are population, births, deaths, then the bands; each has its trajectories in a row. */
function reader(values: Float32Array) {
  const indicators = 3 + bands.length
  const row = (year: number, indicator: number) => {
    const from = (year * indicators + indicator) * trajectories
    return values.subarray(from, from + trajectories)
  }
  return {
    births: (year: number) => row(year, 1),
    persons: (year: number, [from, to]: readonly [number, number]): Float32Array => {
      const sum = new Float32Array(trajectories)
      bands.forEach((band, index) => {
        if (band.from < from || band.from >= to) return
        const part = row(year, 3 + index)
        for (let at = 0; at < trajectories; at++) sum[at] = (sum[at] ?? 0) + (part[at] ?? 0)
      })
      return sum
    },
    overTime: (of: (year: number) => Float32Array): Band => {
      const band = emptyBand(years)
      for (let year = 0; year < years; year++) setBand(band, { at: year, values: of(year) })
      return band
    },
  }
}

function pyramidOf(plan: TrajectoryPlan, all: Reader, women: Reader): ForecastResult['pyramid'] {
  const [male, female] = [emptyBand(years * groups), emptyBand(years * groups)]
  const range = (group: number) => [5 * group, group === groups - 1 ? Infinity : 5 * group + 5] as const
  for (let year = 0; year < years; year++) {
    for (let group = 0; group < groups; group++) {
      const ofWomen = women.persons(year, range(group))
      const ofMen = all.persons(year, range(group)).map((both, at) => Math.max(0, both - (ofWomen[at] ?? 0)))
      setBand(male, { at: year * groups + group, values: ofMen })
      setBand(female, { at: year * groups + group, values: ofWomen })
    }
  }
  const startOf = (persons: Float64Array) =>
    Float32Array.from({ length: groups }, (_, group) =>
      persons.slice(...range(group)).reduce((sum, count) => sum + count, 0),
    )
  return { groups, male, female, start: { male: startOf(plan.start.male), female: startOf(plan.start.female) } }
}

function emptyBand(length: number): Band {
  const empty = () => new Float32Array(length)
  return { low95: empty(), low80: empty(), median: empty(), high80: empty(), high95: empty() }
}

function setBand(band: Band, { at, values }: { readonly at: number; readonly values: Float32Array }): void {
  const [low95 = 0, low80 = 0, median = 0, high80 = 0, high95 = 0] = quantilesOf(countBins(values), shares)
  band.low95[at] = low95
  band.low80[at] = low80
  band.median[at] = median
  band.high80[at] = high80
  band.high95[at] = high95
}
