import { emptyAgeSex, type AgeSex } from '../age-sex.ts'
import type { Move } from '../projection/project-regions.ts'
import type { MigrationTiming, NetMigration, YearInputs } from '../projection/year-inputs.ts'
import type { ByRegionYear } from './age-sex-tables.ts'
import { checkSexRatio } from './check-ranges.ts'
import { meanYear } from './mean-year.ts'
import { problemsOf, type Assumption, type InputProblem } from './problem.ts'
import { readFertility } from './read-fertility.ts'
import { readMigration } from './read-migration.ts'
import { readMortality } from './read-mortality.ts'
import { readMoves } from './read-moves.ts'
import { readNumbers } from './read-numbers.ts'
import { readPopulation } from './read-population.ts'
import { readSettings, type Settings } from './read-settings.ts'
import { assume, forms, has, type Reading } from './table-reader.ts'

/** A population ready to be projected, region by region. */
export interface ProjectionInputs {
  readonly firstYear: number
  /** Whether populations stand on 1 January or on 1 July of their year. */
  readonly date: 'january' | 'july'
  /** Years in a step, which is the width of every age group: 1 or 5. */
  readonly step: number
  readonly timing: MigrationTiming
  readonly regions: readonly {
    /** As in the files; empty when they have no region column. */
    readonly region: string
    readonly start: AgeSex
    readonly years: readonly YearInputs[]
    readonly groupQuarters?: AgeSex
  }[]
  /** Moves between the regions of each step; empty arrays when there are none. */
  readonly moves: readonly (readonly Move[])[]
  readonly assumptions: readonly Assumption[]
}

export type ReadInputs =
  | { readonly ok: true; readonly inputs: ProjectionInputs }
  | { readonly ok: false; readonly problems: readonly InputProblem[] }

interface Tables {
  readonly survival: ByRegionYear<AgeSex>
  readonly fertility: ByRegionYear<YearInputs['fertility']>
  readonly srb?: ByRegionYear<number>
  readonly migration?: ByRegionYear<NetMigration>
}

/** Male births per female birth where no file says: the usual value of populations that do not choose. */
const usualSexRatio = 1.05

/**
 * Reads the files of a projection (their columns: docs/demography.md) for the years base..to. Every problem of every
 * file is reported; with any problem nothing is returned to compute with.
 */
export function readProjectionInputs(files: ReadonlyMap<string, string>, { to }: { readonly to: number }): ReadInputs {
  const problems: InputProblem[] = []
  const assumptions: Assumption[] = []
  refuseUnknown(files, problems)
  const settings = readSettings(files.get('settings.csv'), problems, assumptions)
  const { step } = settings
  const reading: Reading = { files, problems, assumptions, step }
  const base = readPopulation(reading, settings)
  // Rates are read even where the population failed, so that every file's problems are told at once.
  const openAge = base.openAge === 0 ? 100 : base.openAge
  const mortality = has(reading, forms.lifeTable) ? forms.lifeTable : has(reading, forms.e0) ? forms.e0 : forms.survival
  const survival = readMortality(reading, openAge)
  const fertility = readFertility(reading, openAge)
  const srb = readSexRatios(reading)
  const migration = readMigration(reading, { openAge, unit: settings.migrationUnit })
  if (problems.length > 0) return { ok: false, problems: distinct(problems) }
  const { firstYear } = base
  const steps = stepsBetween({ firstYear, to, step, problems })
  const tables: Tables = {
    survival,
    fertility,
    ...(srb === null ? {} : { srb }),
    ...(migration === null ? {} : { migration: migration.tables }),
  }
  const regions = [...base.regions].map(([region, start]) => {
    const size = start.male.length
    const find = finder({ region, settings, problems })
    const fertilityFile = has(reading, forms.fertility) ? forms.fertility.file : forms.tfr.file
    const inputsOf = (year: number): YearInputs | null => {
      const own = find(tables.survival, { file: mortality.file, year })
      const children = find(tables.fertility, { file: fertilityFile, year })
      const ratio = srb === null ? usualSexRatio : find(srb, { file: forms.srb.file, year })
      const migrants: NetMigration | undefined =
        migration === null ? emptyAgeSex(size - 1) : find(migration.tables, { file: migration.file, year })
      if (own !== undefined && own.male.length !== size)
        problemsOf(mortality.file, problems)(null, 'wrong-age', {
          zh: `${region} ${year} 的年龄到 ${step * (own.male.length - 1)} 岁，人口到 ${step * (size - 1)} 岁，应一致`,
          en: `${region} ${year} has ages to ${step * (own.male.length - 1)} and the population to ${step * (size - 1)}: they must agree`,
        })
      if (own === undefined || children === undefined || ratio === undefined || migrants === undefined) return null
      return {
        survival: own,
        fertility: children,
        srb: ratio,
        migration: migrants,
        ...(step > 1 ? { width: step } : {}),
      }
    }
    const groupQuarters = base.groupQuarters.get(region)
    return {
      region,
      start,
      years: yearsOf(steps, { inputsOf, settings, tables: Object.values<ByRegionYear<unknown>>({ ...tables }) }).filter(
        (year) => year !== null,
      ),
      ...(groupQuarters === undefined ? {} : { groupQuarters }),
    }
  })
  const moves = readMoves(files.get('moves.csv'), {
    regions: regions.map(({ region }) => region),
    openAge: openAge / step,
    step,
    years: steps,
    problems,
  })
  noteHeld(reading, {
    settings,
    tables: Object.values<ByRegionYear<unknown>>({ ...tables }),
    last: steps.at(-1) ?? firstYear,
  })
  if (problems.length > 0) return { ok: false, problems: distinct(problems) }
  const { timing } = settings
  const date = settings.date === 'july' ? 'july' : 'january'
  return { ok: true, inputs: { firstYear, date, step, timing, regions, moves, assumptions } }
}

function refuseUnknown(files: ReadonlyMap<string, string>, problems: InputProblem[]): void {
  const known = new Set(['settings.csv', 'moves.csv', ...Object.values(forms).map(({ file }) => file)])
  for (const file of files.keys()) {
    if (!known.has(file))
      problemsOf(file, problems)(null, 'unknown-file', {
        zh: `不认识这个文件；可用 ${[...known].join('、')}`,
        en: `this file is not known; there may be ${[...known].join(', ')}`,
      })
  }
}

function readSexRatios(reading: Reading): ByRegionYear<number> | null {
  const { file } = forms.srb
  if (!has(reading, forms.srb)) {
    assume(reading, {
      id: 'sex-ratio-at-birth',
      text: {
        zh: `没有 srb.csv：出生性别比假定为 ${usualSexRatio}`,
        en: `there is no srb.csv: ${usualSexRatio} male births per female birth are assumed`,
      },
      source: 'default',
    })
    return null
  }
  const table = readNumbers(reading, forms.srb)
  for (const [region, years] of table)
    for (const [year, srb] of years)
      checkSexRatio(srb, { file, where: [region, year].join(' ').trim(), problems: reading.problems })
  return table
}

function stepsBetween({
  firstYear,
  to,
  step,
  problems,
}: {
  readonly firstYear: number
  readonly to: number
  readonly step: number
  readonly problems: InputProblem[]
}): readonly number[] {
  const report = problemsOf('population.csv', problems)
  if (to < firstYear)
    report(null, 'years-out-of-order', {
      zh: `基年是 ${firstYear} 年，不能预测到更早的 ${to} 年`,
      en: `the base is ${firstYear}; it cannot be projected to the earlier year ${to}`,
    })
  else if ((to - firstYear) % step !== 0)
    report(null, 'out-of-range', {
      zh: `从 ${firstYear} 年起每步 ${step} 年，到不了 ${to} 年`,
      en: `steps of ${step} years from ${firstYear} do not end in ${to}`,
    })
  return Array.from({ length: Math.max(0, Math.floor((to - firstYear) / step)) }, (_, at) => firstYear + at * step)
}

/** The inputs of each step; from mid-year to mid-year they are the means of two calendar years, the last one's own. */
function yearsOf(
  steps: readonly number[],
  {
    inputsOf,
    settings,
    tables,
  }: {
    readonly inputsOf: (year: number) => YearInputs | null
    readonly settings: Settings
    readonly tables: readonly ByRegionYear<unknown>[]
  },
): readonly (YearInputs | null)[] {
  if (settings.date !== 'july') return steps.map(inputsOf)
  const last = settings.holdLast ? Infinity : lastYear(tables)
  return steps.map((year) => {
    const first = inputsOf(year)
    const second = year + 1 > last ? first : inputsOf(year + 1)
    return first === null || second === null ? null : meanYear(first, second)
  })
}

function finder({
  region,
  settings,
  problems,
}: {
  readonly region: string
  readonly settings: Settings
  readonly problems: InputProblem[]
}) {
  const told = new Set<string>()
  return <T>(
    tables: ByRegionYear<T>,
    { file, year }: { readonly file: string; readonly year: number },
  ): T | undefined => {
    const report = problemsOf(file, problems)
    // A file without the region column speaks for every region.
    const years = tables.get(region) ?? tables.get('')
    if (years === undefined) {
      report(null, 'missing-region', { zh: `没有地区 ${region} 的行`, en: `there are no rows of the region ${region}` })
      return undefined
    }
    const last = Math.max(...[...years.keys()].map((key) => key ?? -Infinity))
    const value = years.get(year) ?? years.get(null) ?? (settings.holdLast && year > last ? years.get(last) : undefined)
    // The first year that is missing is enough to say.
    if (value === undefined && !told.has(file))
      report(null, 'missing-year', {
        zh: `${region} 缺 ${year} 年（要沿用最后一年，请在 settings.csv 写 after_last_year,hold；时期 2020-2025 指 2020 到 2024 年）`,
        en: `${region} ${year} is missing (to keep the last year's rates, say after_last_year,hold in settings.csv; a period 2020-2025 is the years 2020 to 2024)`,
      })
    if (value === undefined) told.add(file)
    return value
  }
}

function noteHeld(
  reading: Reading,
  {
    settings,
    tables,
    last,
  }: { readonly settings: Settings; readonly tables: readonly ByRegionYear<unknown>[]; readonly last: number },
): void {
  const years = tables.flatMap((table) => [...table.values()].flatMap((own) => [...own.keys()]))
  if (years.includes(null))
    assume(reading, {
      id: 'constant-rates',
      text: { zh: '没有年份列的文件对每一年都适用', en: 'files without a year column hold for every year' },
      source: 'input files',
    })
  const end = lastYear(tables)
  if (settings.holdLast && end < last)
    assume(reading, {
      id: 'rates-held',
      text: { zh: `${end} 年以后沿用最后一年的参数`, en: `after ${end} the last year's rates hold` },
      source: 'settings.csv',
    })
}

/** The last year that every table reaches. */
function lastYear(tables: readonly ByRegionYear<unknown>[]): number {
  return Math.min(
    ...tables.flatMap((table) =>
      [...table.values()].map((own) => Math.max(...[...own.keys()].map((year) => year ?? Infinity))),
    ),
  )
}

/** The same problem met once for each of many years or regions is said once. */
function distinct(problems: readonly InputProblem[]): readonly InputProblem[] {
  const seen = new Set<string>()
  return problems.filter(({ file, line, text }) => {
    const key = `${file} ${line} ${text.en}`
    return !seen.has(key) && seen.add(key)
  })
}
