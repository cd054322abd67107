import {
  censusForecast,
  censusYear,
  forecast,
  nationalBase,
  nationalSchedules,
  summarise,
  type CensusCounty,
  type CensusPlace,
  type ForecastCell,
  type NationalBase,
  type TrajectoryPlan,
} from '@junheng/demography'
import { parentPort } from 'node:worker_threads'
import { forecastRows } from './project-table.ts'

/** The counties of one province. */
export interface CountyWork {
  readonly counties: readonly CensusCounty[]
  readonly to: number
  readonly trajectories: number
  readonly seed: number
  /** Counties are scaled so that their medians add to the province projected as a whole. */
  readonly constrain: boolean
}

/** Rows of forecast.csv for the province's counties and their sum, and each county's fertility level. */
export interface CountyWorkDone {
  readonly province: string
  readonly rows: readonly string[]
  readonly levels: readonly string[]
}

let prepared: { readonly to: number; readonly base: NationalBase } | undefined

function projectProvince({ counties, to, trajectories, seed, constrain }: CountyWork): CountyWorkDone {
  if (prepared?.to !== to) prepared = { to, base: nationalBase(nationalSchedules(censusYear, to)) }
  const { base } = prepared
  const province = `${counties[0]?.code.slice(0, 2) ?? ''}0000`
  let sum: Float32Array | undefined
  let last: TrajectoryPlan | undefined
  const regions: { readonly region: string; readonly cells: readonly ForecastCell[] }[] = []
  const levels: string[] = []
  for (const county of counties) {
    const { plan, level } = censusForecast(county, { base, trajectories, seed })
    const cells = forecast(plan, {
      firstYear: censusYear,
      onValues: (values) => {
        sum ??= new Float32Array(values.length)
        for (let at = 0; at < values.length; at++) sum[at] = (sum[at] ?? 0) + (values[at] ?? 0)
      },
    })
    regions.push({ region: county.code, cells })
    levels.push(`${county.code},${level.toFixed(4)}`)
    last = plan
  }
  const total = sum === undefined || last === undefined ? [] : summarise(sum, { plan: last, firstYear: censusYear })
  if (!constrain) return { province, rows: [...forecastRows([{ region: province, cells: total }, ...regions])], levels }
  const { plan } = censusForecast(sumOfCounties(counties, province), { base, trajectories, seed })
  const whole = forecast(plan, { firstYear: censusYear })
  const factors = whole.map(({ median }, at) => median / (total[at]?.median ?? median))
  const scaled = regions.map(({ region, cells }) => ({
    region,
    cells: cells.map((cell, at) => times(cell, factors[at] ?? 1)),
  }))
  return { province, rows: [...forecastRows([{ region: province, cells: whole }, ...scaled])], levels }
}

/** The province as one place. */
function sumOfCounties(counties: readonly CensusCounty[], code: string): CensusPlace {
  const sum = (sex: 'male' | 'female'): readonly number[] =>
    (counties[0]?.[sex] ?? []).map((_, group) => counties.reduce((all, county) => all + (county[sex][group] ?? 0), 0))
  return { code, name: counties[0]?.province ?? code, male: sum('male'), female: sum('female') }
}

function times(cell: ForecastCell, factor: number): ForecastCell {
  const { year, indicator, low95, low80, median, high80, high95 } = cell
  return {
    year,
    indicator,
    low95: low95 * factor,
    low80: low80 * factor,
    median: median * factor,
    high80: high80 * factor,
    high95: high95 * factor,
  }
}

parentPort?.on('message', (work: CountyWork) => parentPort?.postMessage(projectProvince(work), []))
