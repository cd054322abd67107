import {
  assumptionTable,
  censusForecast,
  censusYear,
  nationalBase,
  nationalSchedules,
  readCensusTable,
  shareAssumptions,
  type Assumption,
  type CensusCounty,
} from '@junheng/demography'
import { readFile } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import type { ExitCode, Terminal } from '../command.ts'
import { writeFolder } from './project-files.ts'
import { constraintAssumption } from './project-assumptions.ts'
import type { CountyMethod } from './project-province.ts'
import type { CountyWork, CountyWorkDone } from './project-worker.ts'

/** What `junheng project --all --census FILE` was asked. */
export interface CountiesRequest {
  readonly census: string
  readonly to: number
  readonly trajectories: number
  readonly seed: number
  readonly threads: number
  readonly method: CountyMethod
  /** Scale the counties of a province to the province projected as a whole. */
  readonly constrain: boolean
  readonly out: string
}

/**
 * Forecasts every county of the census table and each province's sum. Whole provinces go to a thread, and what is
 * drawn hangs on seed, county, trajectory and year alone: any number of threads gives the same files.
 */
export async function projectCounties(
  request: CountiesRequest,
  { language, print, complain }: Terminal,
): Promise<ExitCode> {
  const { counties, problems } = readCensusTable(await readFile(request.census, 'utf8'))
  for (const { line, code, text } of problems) complain(`${request.census}:${line ?? ''} ${code} ${text[language]}`)
  if (problems.length > 0 || counties.length === 0) return 1
  const started = performance.now()
  const provinces = [...Map.groupBy(counties, ({ code }) => code.slice(0, 2)).values()]
  const done = await inThreads(provinces, request)
  const rows = done.toSorted((a, b) => a.province.localeCompare(b.province)).flatMap(({ rows: own }) => own)
  const header = 'region,year,indicator,low95,low80,median,high80,high95'
  const [first] = counties
  const base = nationalBase(nationalSchedules(censusYear, request.to))
  const assumptions = first === undefined ? [] : censusForecast(first, { base, ...request }).assumptions
  const general = [
    ...assumptions.filter(({ id }) => id !== 'fertility-level'),
    ...(request.method === 'share'
      ? shareAssumptions({ zh: '全省（各县之和）', en: 'the province (the sum of its counties)' })
      : [levelAssumption]),
    ...(request.constrain ? [constraintAssumption] : []),
  ]
  await writeFolder(
    request.out,
    new Map([
      ['forecast.csv', `${header}\n${rows.join('\n')}\n`],
      [
        'fertility-level.csv',
        `region,level\n${done
          .flatMap(({ levels }) => levels)
          .toSorted()
          .join('\n')}\n`,
      ],
      ['assumptions.csv', assumptionTable(general)],
    ]),
  )
  const seconds = (performance.now() - started) / 1000
  const cpu = process.cpuUsage()
  const years = request.to - censusYear
  const steps = counties.length * years * request.trajectories
  const summary = [seconds.toFixed(1), ((cpu.user + cpu.system) / 1e6).toFixed(1)] as const
  if (request.method === 'share')
    print(
      language === 'zh'
        ? `${counties.length} 个县按在 ${provinces.length} 个省的份额：${summary[0]} 秒，${summary[1]} CPU 秒，${request.threads} 线程`
        : `${counties.length} counties by their shares of ${provinces.length} provinces: ${summary[0]} s, ${summary[1]} CPU seconds, ${request.threads} threads`,
    )
  else
    print(
      language === 'zh'
        ? `${counties.length} 个县 × ${years} 年 × ${request.trajectories} 条轨迹 = ${(steps / 1e6).toFixed(1)} 百万步：${summary[0]} 秒，${summary[1]} CPU 秒，${request.threads} 线程`
        : `${counties.length} counties × ${years} years × ${request.trajectories} trajectories = ${(steps / 1e6).toFixed(1)} million steps: ${summary[0]} s, ${summary[1]} CPU seconds, ${request.threads} threads`,
    )
  print(language === 'zh' ? '假定：' : 'Assumptions:')
  for (const { text, source } of general) print(`  · ${text[language]} [${source}]`)
  print(`forecast.csv, fertility-level.csv, assumptions.csv → ${request.out}`)
  return 0
}

const levelAssumption: Assumption = {
  id: 'fertility-level',
  text: {
    zh: '各县总和生育率为全国的若干倍（fertility-level.csv；普查 0–4 岁儿童与育龄妇女之比，向全国收缩），此后与全国同比例变化',
    en: "each county's TFR is the nation's times its level (fertility-level.csv; children 0–4 per woman in the census, drawn towards the nation), and stays so",
  },
  source: '第七次全国人口普查 2020 / census of 2020 (leiii/census, MIT)',
}

/** Gives the largest provinces out first; each thread asks for the next when it is done. */
async function inThreads(
  provinces: readonly (readonly CensusCounty[])[],
  { to, trajectories, seed, threads, method, constrain }: CountiesRequest,
): Promise<readonly CountyWorkDone[]> {
  const waiting = provinces.toSorted((a, b) => b.length - a.length)
  const done: CountyWorkDone[] = []
  const work = async (): Promise<void> => {
    const worker = new Worker(new URL('project-worker.ts', import.meta.url))
    try {
      for (let counties = waiting.shift(); counties !== undefined; counties = waiting.shift()) {
        const task: CountyWork = { counties, to, trajectories, seed, method, constrain }
        done.push(
          await new Promise<CountyWorkDone>((resolve, reject) => {
            worker.once('message', resolve)
            worker.once('error', reject)
            worker.postMessage(task, [])
          }),
        )
        worker.removeAllListeners('error')
      }
    } finally {
      await worker.terminate()
    }
  }
  await Promise.all(Array.from({ length: Math.max(1, Math.min(threads, provinces.length)) }, work))
  return done
}
