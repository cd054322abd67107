import { censusYear, nationalBase, nationalSchedules, type CensusCounty, type NationalBase } from '@junheng/demography'
import { parentPort } from 'node:worker_threads'
import { projectProvince, type CountyMethod } from './project-province.ts'
import { forecastRows } from './project-table.ts'

/** The counties of one province. */
export interface CountyWork {
  readonly counties: readonly CensusCounty[]
  readonly to: number
  readonly trajectories: number
  readonly seed: number
  readonly method: CountyMethod
  readonly constrain: boolean
}

/** Rows of forecast.csv for the province and its counties, and the fertility level of those that have their own. */
export interface CountyWorkDone {
  readonly province: string
  readonly rows: readonly string[]
  readonly levels: readonly string[]
}

let prepared: { readonly to: number; readonly base: NationalBase } | undefined

function work({ to, ...request }: CountyWork): CountyWorkDone {
  if (prepared?.to !== to) prepared = { to, base: nationalBase(nationalSchedules(censusYear, to)) }
  const regions = projectProvince({ ...request, base: prepared.base })
  return {
    province: regions[0]?.region ?? '',
    rows: [...forecastRows(regions)],
    levels: regions.flatMap(({ region, level }) => (level === null ? [] : [`${region},${level.toFixed(4)}`])),
  }
}

parentPort?.on('message', (task: CountyWork) => parentPort?.postMessage(work(task), []))
