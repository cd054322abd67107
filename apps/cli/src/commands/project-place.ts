import {
  assumptionTable,
  carriedCensus,
  censusForecast,
  censusYear,
  forecast,
  nationalBase,
  nationalSchedules,
  readCensusTable,
  shareAssumptions,
  shareForecast,
  shareWhole,
  type Assumption,
  type CensusCounty,
  type CensusPlace,
  type ForecastCell,
  type InputProblem,
  type NationalBase,
} from '@junheng/demography'
import { readFile } from 'node:fs/promises'
import type { ExitCode, Language, Terminal } from '../command.ts'
import { usageError } from '../usage-error.ts'
import { constraintAssumption } from './project-assumptions.ts'
import { writeFolder } from './project-files.ts'
import { projectProvince, type CountyMethod } from './project-province.ts'
import { forecastTable } from './project-table.ts'

/** What `junheng project REGION` was asked. */
export interface PlaceRequest {
  readonly region: string
  readonly to: number
  readonly trajectories: number
  readonly seed: number
  readonly census: string | undefined
  readonly method: CountyMethod
  /** Scale the place with the other counties of its province to the province as a whole; needs the census table. */
  readonly constrain: boolean
  readonly out: string
}

/** `junheng project 421202 --to 2060 --trajectories 1000`: prints the table, writes it, and lists every assumption. */
export async function projectPlace(request: PlaceRequest, { language, print, complain }: Terminal): Promise<ExitCode> {
  const found = await findPlace(request)
  if (!found.ok) {
    for (const { line, code, text } of found.problems)
      complain(`${request.census ?? ''}:${line ?? ''} ${code} ${text[language]}`)
    return 1
  }
  const { place, table } = found
  const started = performance.now()
  const base = nationalBase(nationalSchedules(censusYear, request.to))
  const { cells, assumptions } = forecastOf(place, { request, base, table })
  const milliseconds = performance.now() - started
  for (const line of tableLines(place, cells, { language, request })) print(line)
  print(language === 'zh' ? '假定：' : 'Assumptions:')
  for (const { text, source } of assumptions) print(`  · ${text[language]} [${source}]`)
  await writeFolder(
    request.out,
    new Map([
      ['forecast.csv', forecastTable([{ region: place.code, cells }])],
      ['assumptions.csv', assumptionTable(assumptions)],
    ]),
  )
  print(`forecast.csv, assumptions.csv → ${request.out} (${milliseconds.toFixed(0)} ms)`)
  return 0
}

/** By the method asked: the place's own cohorts, its share of a whole, or with its province's counties. */
function forecastOf(
  place: CensusPlace,
  {
    request,
    base,
    table,
  }: { readonly request: PlaceRequest; readonly base: NationalBase; readonly table: readonly CensusCounty[] },
): { readonly cells: readonly ForecastCell[]; readonly assumptions: readonly Assumption[] } {
  const { method, constrain, trajectories, seed } = request
  const own = censusForecast(place, { base, trajectories, seed })
  const counties = table.filter(({ code }) => code.slice(0, 2) === place.code.slice(0, 2))
  const among = counties.some(({ code }) => code === place.code)
  if (constrain && !among)
    throw usageError({
      zh: '--constrain 要用 --census 指出普查表，且地方是其中一个县',
      en: '--constrain needs the table named with --census, and a county of it',
    })
  if (method === 'cohort' && !constrain)
    return { cells: forecast(own.plan, { firstYear: censusYear }), assumptions: own.assumptions }
  const general = own.assumptions.filter(({ id }) => method === 'cohort' || id !== 'fertility-level')
  if (among) {
    const cells = projectProvince({ counties, base, trajectories, seed, method, constrain }).find(
      ({ region }) => region === place.code,
    )?.cells
    const province = { zh: '全省（各县之和）', en: 'the province (the sum of its counties)' }
    const added = method === 'share' ? shareAssumptions(province) : [constraintAssumption]
    return { cells: cells ?? [], assumptions: [...general, ...added] }
  }
  const nation = censusForecast(base.place, { base, trajectories, seed })
  const whole = shareWhole(nation.plan, { name: base.place.name, firstYear: censusYear })
  const ofNation = nation.assumptions.filter(({ id }) => id !== 'fertility-level')
  return {
    cells: shareForecast(own.plan.start, whole),
    assumptions: [...ofNation, ...shareAssumptions({ zh: '全国', en: 'the nation' })],
  }
}

/** The place, or what is wrong with the table it should be in. */
type FoundPlace =
  | {
      readonly ok: true
      readonly place: CensusPlace
      /** Every county of the table, none when no table was named. */
      readonly table: readonly CensusCounty[]
    }
  | { readonly ok: false; readonly problems: readonly InputProblem[] }

async function findPlace({ region, census }: PlaceRequest): Promise<FoundPlace> {
  const text = census === undefined ? undefined : await readFile(census, 'utf8')
  const table = text === undefined ? [] : readCensusTable(text).counties
  const all = text === undefined ? undefined : readCensusTable(text, ['county', 'city', 'prov'])
  const places = all?.counties ?? carriedCensus
  if (all !== undefined && all.problems.length > 0) return { ok: false, problems: all.problems }
  const found = places.filter(({ code, name }) => code === region || name === region)
  const [place] = found
  if (place !== undefined && found.length === 1) return { ok: true, place, table }
  if (found.length > 1) {
    const codes = found.map(({ code }) => code).join(', ')
    throw usageError({ zh: `${region} 不止一个：${codes}`, en: `there is more than one ${region}: ${codes}` })
  }
  const known = carriedCensus.map(({ code, name }) => `${code} ${name}`).join(', ')
  throw usageError({
    zh: `没有 ${region} 的普查人口；自带的有 ${known}，其他县用 --census 指出普查表`,
    en: `there is no census population of ${region}; carried are ${known}; for other counties name the table with --census`,
  })
}

const headings = {
  zh: ['年末', '人口', '出生', '死亡', '0–2 岁', '65+'],
  en: ['31 Dec', 'people', 'births', 'deaths', '0–2', '65+'],
}

/** Every fifth year and the last: median and 95 % interval of people and births, medians of the rest. */
function tableLines(
  place: CensusPlace,
  cells: readonly ForecastCell[],
  { language, request }: { readonly language: Language; readonly request: PlaceRequest },
): readonly string[] {
  const find = (year: number, indicator: string) =>
    cells.find((cell) => cell.year === year && cell.indicator === indicator)
  const median = (year: number, indicator: string): number => find(year, indicator)?.median ?? Number.NaN
  const range = (year: number, indicator: string): string => {
    const cell = find(year, indicator)
    if (cell === undefined) return ''
    return [cell.median, cell.low95, cell.high95]
      .map((value) => Math.round(value))
      .join(' ')
      .replace(/ (.*) (.*)/, ' ($1–$2)')
  }
  const last = request.to - 1
  const years = [...new Set(cells.map(({ year }) => year))].filter((year) => year % 5 === 0 || year === last)
  const title = {
    zh: `${place.name} ${place.code}：到 ${request.to} 年，${request.trajectories} 条轨迹，中位数（95% 区间）`,
    en: `${place.code} ${place.name}: to ${request.to}, ${request.trajectories} trajectories, median (95 % interval)`,
  }
  const rows = years.map((year) => [
    String(year),
    range(year, 'population'),
    range(year, 'births'),
    String(Math.round(median(year, 'deaths'))),
    String(Math.round(median(year, '0-2'))),
    String(Math.round(median(year, '65-79') + median(year, '80+'))),
  ])
  return [title[language], ...[headings[language], ...rows].map((row) => row.join('\t'))]
}
