import type { MigrationTiming } from '../projection/year-inputs.ts'
import { parseCsv } from './csv.ts'
import { problemsOf, type Assumption, type InputProblem } from './problem.ts'

/** What `settings.csv` (columns name, value) may say. */
export interface Settings {
  readonly timing: MigrationTiming
  /** Persons per unit of the population: 1 or 1,000. */
  readonly unit: number
  /** Persons per unit of net migration; that of the population unless said. */
  readonly migrationUnit: number
  /** The year of the base population; null to read it from the population file. */
  readonly baseYear: number | null
  /** When in its year the base population stands: 1 January, 1 July (mid-year) or 31 December. */
  readonly date: 'january' | 'july' | 'december'
  /** Years in a step, which is the width of every age group: 1 or 5. */
  readonly step: number
  /** Rates of the last year given hold for every later year. */
  readonly holdLast: boolean
}

const allowed: Readonly<Record<string, RegExp>> = {
  migration_timing: /^(end|even)$/,
  unit: /^(persons|thousand)$/,
  migration_unit: /^(persons|thousand)$/,
  base_year: /^\d{4}$/,
  population_date: /^(january|july|december)$/,
  step_years: /^(1|5)$/,
  after_last_year: /^(stop|hold)$/,
}

/** Reads the settings; a name or value that is not known is a problem, a default is listed as an assumption. */
export function readSettings(text: string | undefined, problems: InputProblem[], assumptions: Assumption[]): Settings {
  const file = 'settings.csv'
  const report = problemsOf(file, problems)
  const said = new Map<string, string>()
  const { header, rows } = parseCsv(text ?? 'name,value\n')
  if (header[0] !== 'name' || header[1] !== 'value')
    report(1, 'missing-column', { zh: '表头应为 name,value', en: 'the header should be name,value' })
  for (const { line, cells } of rows) {
    const [name = '', value = ''] = cells
    const form = allowed[name]
    if (form === undefined || !form.test(value))
      report(line, 'wrong-code', {
        zh: `${name} = ${value} 不认识；可写 ${Object.keys(allowed).join('、')}`,
        en: `${name} = ${value} is not known; ${Object.entries(allowed)
          .map(([key, pattern]) => `${key}: ${pattern.source.replaceAll(/[\^$()]/g, '')}`)
          .join('; ')}`,
      })
    if (said.has(name)) report(line, 'duplicate', { zh: `${name} 写了两次`, en: `${name} is given twice` })
    said.set(name, value)
  }
  const date = said.get('population_date')
  const settings: Settings = {
    timing: said.get('migration_timing') === 'even' ? 'even' : 'end',
    unit: said.get('unit') === 'thousand' ? 1000 : 1,
    migrationUnit: (said.get('migration_unit') ?? said.get('unit')) === 'thousand' ? 1000 : 1,
    baseYear: said.has('base_year') ? Number(said.get('base_year')) : null,
    date: date === 'july' || date === 'december' ? date : 'january',
    step: said.get('step_years') === '5' ? 5 : 1,
    holdLast: said.get('after_last_year') === 'hold',
  }
  if (!said.has('migration_timing'))
    assumptions.push({
      id: 'migration-timing',
      text: { zh: '迁移者都在年末迁入迁出（end）', en: 'all migrants move at the end of the year ("end")' },
      source: 'default; the rule of the UN’s WPP 2024',
    })
  const dates = {
    january: { zh: '人口是基年 1 月 1 日的', en: 'the population stands on 1 January of its year' },
    july: {
      zh: '人口是年中（7 月 1 日）的；每一步从 7 月 1 日到次年 6 月 30 日，取前后两年参数的平均（没有后一年的，用前一年的）',
      en: 'the population stands at mid-year; a step runs from 1 July to 30 June with the mean of both years’ rates (the first year’s where the second is not given)',
    },
    december: {
      zh: '人口是基年 12 月 31 日的，即次年 1 月 1 日',
      en: 'the population stands on 31 December of its year, which is 1 January of the next',
    },
  } as const
  assumptions.push({
    id: 'population-date',
    text: dates[settings.date],
    source: date === undefined ? 'default' : file,
  })
  if (settings.step === 5 && settings.date === 'july')
    report(null, 'conflict', {
      zh: '步长 5 年时人口不能是年中的',
      en: 'with steps of five years the population cannot stand at mid-year',
    })
  return settings
}
