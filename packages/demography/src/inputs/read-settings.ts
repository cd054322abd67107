import type { MigrationTiming } from '../projection/year-inputs.ts'
import { parseCsv } from './csv.ts'
import { problemsOf, type Assumption, type InputProblem } from './problem.ts'

/** What `settings.csv` (columns name, value) may say. */
export interface Settings {
  readonly timing: MigrationTiming
  /** Persons per unit of the files' counts: 1 or 1,000. */
  readonly unit: number
  /** 1 January of this year is the date of the base population; null to read it from the population file. */
  readonly baseYear: number | null
  /** Rates of the last year given hold for every later year. */
  readonly holdLast: boolean
}

/** Reads the settings; a name or value that is not known is a problem, a default is listed as an assumption. */
export function readSettings(text: string | undefined, problems: InputProblem[], assumptions: Assumption[]): Settings {
  const file = 'settings.csv'
  const report = problemsOf(file, problems)
  const said = new Map<string, string>()
  const { header, rows } = parseCsv(text ?? 'name,value\n')
  if (header[0] !== 'name' || header[1] !== 'value')
    report(1, 'missing-column', { zh: '表头应为 name,value', en: 'the header should be name,value' })
  const allowed: Readonly<Record<string, RegExp>> = {
    migration_timing: /^(end|even)$/,
    unit: /^(persons|thousand)$/,
    base_year: /^\d{4}$/,
    after_last_year: /^(stop|hold)$/,
  }
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
    said.set(name, value)
  }
  if (!said.has('migration_timing'))
    assumptions.push({
      id: 'migration-timing',
      text: { zh: '迁移者都在年末迁入迁出（end）', en: 'all migrants move at the end of the year ("end")' },
      source: 'default; the rule of the UN’s WPP 2024',
    })
  return {
    timing: said.get('migration_timing') === 'even' ? 'even' : 'end',
    unit: said.get('unit') === 'thousand' ? 1000 : 1,
    baseYear: said.has('base_year') ? Number(said.get('base_year')) : null,
    holdLast: said.get('after_last_year') === 'hold',
  }
}
