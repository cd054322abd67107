import {
  censusForecast,
  censusYear,
  forecast,
  nationalBase,
  nationalSchedules,
  summarise,
  type CensusCounty,
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
}

/** Rows of forecast.csv for the province's counties and their sum, and each county's fertility level. */
export interface CountyWorkDone {
  readonly province: string
  readonly rows: readonly string[]
  readonly levels: readonly string[]
}

let prepared: { readonly to: number; readonly base: NationalBase } | undefined

function projectProvince({ counties, to, trajectories, seed }: CountyWork): CountyWorkDone {
  if (prepared?.to !== to) prepared = { to, base: nationalBase(nationalSchedules(censusYear, to)) }
  const { base } = prepared
  const province = `${counties[0]?.code.slice(0, 2) ?? ''}0000`
  let sum: Float32Array | undefined
  let last: TrajectoryPlan | undefined
  const rows: string[] = []
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
    rows.push(...forecastRows([{ region: county.code, cells }]))
    levels.push(`${county.code},${level.toFixed(4)}`)
    last = plan
  }
  const total = sum === undefined || last === undefined ? [] : summarise(sum, { plan: last, firstYear: censusYear })
  return { province, rows: [...forecastRows([{ region: province, cells: total }]), ...rows], levels }
}

parentPort?.on('message', (work: CountyWork) => parentPort?.postMessage(projectProvince(work), []))
