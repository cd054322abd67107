import { emptyAgeSex, type AgeSex } from '../age-sex.ts'
import { lifeTable } from '../life-table/life-table.ts'
import { survivalRatios } from '../life-table/survival-ratios.ts'
import type { Move } from '../projection/project-regions.ts'
import type { MigrationTiming, YearInputs } from '../projection/year-inputs.ts'
import type { AgeSchedule } from '../rates/fertility.ts'
import { ageSexTables, groupCells, type ByRegionYear } from './age-sex-tables.ts'
import { checkFertility, checkMortality, checkSexRatio, checkSurvival } from './check-ranges.ts'
import { readMoves } from './read-moves.ts'
import { problemsOf, type Assumption, type InputProblem } from './problem.ts'
import { readCells, type FileForm } from './read-cells.ts'
import { readSettings, type Settings } from './read-settings.ts'

/** A population ready to be projected, region by region. */
export interface ProjectionInputs {
  readonly firstYear: number
  readonly timing: MigrationTiming
  readonly regions: readonly {
    /** As in the files; empty when they have no region column. */
    readonly region: string
    readonly start: AgeSex
    readonly years: readonly YearInputs[]
    readonly groupQuarters?: AgeSex
  }[]
  /** Moves between the regions of each year; empty arrays when there are none. */
  readonly moves: readonly (readonly Move[])[]
  readonly assumptions: readonly Assumption[]
}

export type ReadInputs =
  | { readonly ok: true; readonly inputs: ProjectionInputs }
  | { readonly ok: false; readonly problems: readonly InputProblem[] }

const forms = {
  population: { file: 'population.csv', values: ['population'], bySex: true, byAge: true },
  survival: { file: 'survival.csv', values: ['survival'], bySex: true, byAge: true },
  lifeTable: { file: 'life-table.csv', values: ['mx', 'lx', 'llx'], bySex: true, byAge: true },
  fertility: { file: 'fertility.csv', values: ['asfr'], bySex: false, byAge: true },
  srb: { file: 'srb.csv', values: ['srb'], bySex: false, byAge: false },
  migration: { file: 'migration.csv', values: ['migration'], bySex: true, byAge: true, negativeAllowed: true },
  groupQuarters: { file: 'group-quarters.csv', values: ['population'], bySex: true, byAge: true },
} as const satisfies Record<string, FileForm>

/**
 * Reads the files of a projection (their columns: docs/demography.md) for the years base..to. Every problem of every
 * file is reported; with any problem nothing is returned to compute with.
 */
export function readProjectionInputs(files: ReadonlyMap<string, string>, { to }: { readonly to: number }): ReadInputs {
  const problems: InputProblem[] = []
  const assumptions: Assumption[] = []
  const known = new Set(['settings.csv', 'moves.csv', ...Object.values(forms).map(({ file }) => file)])
  for (const file of files.keys()) {
    if (!known.has(file))
      problemsOf(file, problems)(null, 'unknown-file', {
        zh: `不认识这个文件；可用 ${[...known].join('、')}`,
        en: `this file is not known; there may be ${[...known].join(', ')}`,
      })
  }
  const settings = readSettings(files.get('settings.csv'), problems, assumptions)
  const reader = tableReader(files, problems)
  const population = reader.ageSex(forms.population, 'required')
  const survival = readSurvival(reader, problems, assumptions)
  const fertility = readFertility(reader, problems)
  const srb = readSexRatios(reader, problems)
  const migration = reader.ageSex(forms.migration, 'optional')
  const groupQuarters = reader.ageSex(forms.groupQuarters, 'optional')
  if (files.has('moves.csv') && files.has('group-quarters.csv'))
    problemsOf('group-quarters.csv', problems)(null, 'unknown-file', {
      zh: '有地区间迁移时还不能另列集体户',
      en: 'group quarters cannot be given together with moves between regions yet',
    })
  if (!files.has('migration.csv'))
    assumptions.push({
      id: 'no-migration',
      text: { zh: '没有迁移文件：假定没有迁移', en: 'there is no migration file: no migration is assumed' },
      source: 'default',
    })
  if (problems.length > 0) return { ok: false, problems }
  const base = readBase(population, settings, problems)
  const tables = { survival, fertility, srb, migration }
  const regions = [...population].map(([region, byYear]) => {
    const [start] = byYear.values()
    if (start === undefined) throw new RangeError('a region without population')
    const size = start.male.length
    const years = eachYear(base, to).map((year): YearInputs | null => {
      const find = finder({ region, year, settings, problems, size })
      const parts = {
        survival: find(tables.survival, files.has('life-table.csv') ? 'life-table.csv' : 'survival.csv'),
        fertility: find(tables.fertility, 'fertility.csv'),
        srb: find(tables.srb, 'srb.csv'),
        migration: files.has('migration.csv')
          ? scaled(find(tables.migration, 'migration.csv'), settings.unit)
          : emptyAgeSex(size - 1),
      }
      const { survival, fertility, srb, migration } = parts
      if (survival === undefined || fertility === undefined || srb === undefined || migration === undefined) return null
      return { survival, fertility, srb, migration }
    })
    const quarters = scaled([...(groupQuarters.get(region)?.values() ?? [])][0], settings.unit)
    const people = scaled(start, settings.unit) ?? start
    return {
      region,
      start: people,
      years: years.filter((year) => year !== null),
      ...(quarters === undefined ? {} : { groupQuarters: quarters }),
    }
  })
  const [first] = regions
  const moves = readMoves(files.get('moves.csv'), {
    regions: regions.map(({ region }) => region),
    openAge: (first?.start.male.length ?? 1) - 1,
    years: eachYear(base, to),
    problems,
  })
  noteHeld(settings, [survival, fertility, srb, migration], { to, assumptions })
  if (to < base)
    problemsOf('population.csv', problems)(null, 'years-out-of-order', {
      zh: `基年是 ${base} 年 1 月 1 日，不能预测到更早的 ${to} 年`,
      en: `the base is 1 January ${base}; it cannot be projected to the earlier year ${to}`,
    })
  if (problems.length > 0) return { ok: false, problems: distinct(problems) }
  return { ok: true, inputs: { firstYear: base, timing: settings.timing, regions, moves, assumptions } }
}

type Reader = ReturnType<typeof tableReader>

function tableReader(files: ReadonlyMap<string, string>, problems: InputProblem[]) {
  const cells = (form: FileForm) => {
    const text = files.get(form.file)
    return text === undefined ? [] : readCells(text, form, problems)
  }
  const require = (form: FileForm): void => {
    if (!files.has(form.file))
      problemsOf(form.file, problems)(null, 'missing-file', { zh: '缺少这个文件', en: 'this file is missing' })
  }
  return {
    has: (form: FileForm): boolean => files.has(form.file),
    cells,
    require,
    ageSex: (form: FileForm, need: 'required' | 'optional'): ByRegionYear<AgeSex> => {
      if (need === 'required') require(form)
      return ageSexTables(cells(form), { file: form.file, column: form.values[0] ?? '', problems })
    },
  }
}

function readSurvival(reader: Reader, problems: InputProblem[], assumptions: Assumption[]): ByRegionYear<AgeSex> {
  if (reader.has(forms.survival) || !reader.has(forms.lifeTable)) {
    const { file } = forms.survival
    let cells = 0
    const tables = mapTables(reader.ageSex(forms.survival, 'required'), (table, where) => {
      const { survival, cut } = checkSurvival(table, { file, where, problems })
      cells += cut
      return survival
    })
    if (cells > 0)
      assumptions.push({
        id: 'survival-cut',
        text: {
          zh: `${cells} 个存活比因四舍五入略大于 1，按 1 计算`,
          en: `${cells} survival ratios exceed 1 by rounding and are taken as 1`,
        },
        source: file,
      })
    return tables
  }
  const { file } = forms.lifeTable
  const cells = reader.cells(forms.lifeTable)
  const columns = new Set(cells.map(({ column }) => column))
  if (columns.has('mx') || columns.size === 0) {
    assumptions.push({
      id: 'life-table',
      text: {
        zh: '由死亡率 mx 建生命表：a0 按 Andreev–Kingkade，其余 ax = 0.5',
        en: 'life tables are built from mx: a0 by Andreev and Kingkade, other ax 0.5',
      },
      source: 'Andreev and Kingkade 2015',
    })
    return mapTables(ageSexTables(cells, { file, column: 'mx', problems }), (mx, where) =>
      checkMortality(mx, { file, where, problems }) && problems.length === 0
        ? {
            male: survivalRatios(lifeTable({ mx: mx.male, sex: 'male' })),
            female: survivalRatios(lifeTable({ mx: mx.female, sex: 'female' })),
          }
        : mx,
    )
  }
  const living = ageSexTables(cells, { file, column: 'llx', problems })
  const reached = ageSexTables(cells, { file, column: 'lx', problems })
  return mapTables(living, (Lx, where, [region, year]) => {
    const lx = reached.get(region)?.get(year)
    const { survival } = checkSurvival(
      { male: ratiosOf(Lx.male, lx?.male[0]), female: ratiosOf(Lx.female, lx?.female[0]) },
      { file, where, problems },
    )
    return survival
  })
}

/** Sx from person-years Lx and the radix l0. */
function ratiosOf(Lx: Float64Array, radix = 1): Float64Array {
  const open = Lx.length - 1
  return Lx.map((years, age) => {
    if (age === 0) return years / radix
    const before = Lx[age - 1] ?? 0
    return years / (age === open ? before + years : before)
  })
}

function readFertility(reader: Reader, problems: InputProblem[]): ByRegionYear<AgeSchedule> {
  const { file } = forms.fertility
  reader.require(forms.fertility)
  const groups = groupCells(reader.cells(forms.fertility), { file, problems })
  return mapTables(groups, (cells, where) => {
    const report = problemsOf(file, problems)
    const ages = cells.flatMap(({ age }) => (typeof age === 'number' && age <= 200 ? [age] : []))
    if (ages.length === 0) {
      report(cells[0]?.line ?? null, 'missing-age', { zh: `${where} 没有年龄`, en: `${where} has no ages` })
      return { fromAge: 0, rates: new Float64Array(0) }
    }
    const fromAge = Math.min(...ages)
    const rates = new Float64Array(Math.max(...ages) - fromAge + 1).fill(Number.NaN)
    for (const { age, value, line } of cells) {
      if (typeof age !== 'number' || age > 200) continue
      if (!Number.isNaN(rates[age - fromAge]))
        report(line, 'duplicate', { zh: `${where} ${age} 岁重复`, en: `${where} age ${age} is given twice` })
      rates[age - fromAge] = value
    }
    const missing = rates.findIndex((rate) => Number.isNaN(rate))
    if (missing >= 0)
      report(cells[0]?.line ?? null, 'missing-age', {
        zh: `${where} 缺 ${fromAge + missing} 岁的生育率`,
        en: `${where} the rate of age ${fromAge + missing} is missing`,
      })
    checkFertility({ fromAge, rates }, { file, where, problems })
    return { fromAge, rates }
  })
}

function readSexRatios(reader: Reader, problems: InputProblem[]): ByRegionYear<number> {
  const { file } = forms.srb
  reader.require(forms.srb)
  return mapTables(groupCells(reader.cells(forms.srb), { file, problems }), (cells, where) => {
    const value = cells[0]?.value ?? Number.NaN
    if (cells.length > 1)
      problemsOf(file, problems)(cells[1]?.line ?? null, 'duplicate', {
        zh: `${where} 重复`,
        en: `${where} is given twice`,
      })
    checkSexRatio(value, { file, where, problems })
    return value
  })
}

function mapTables<A, B>(
  tables: ByRegionYear<A>,
  make: (table: A, where: string, key: readonly [string, number | null]) => B,
): ByRegionYear<B> {
  return new Map(
    [...tables].map(([region, years]) => [
      region,
      new Map(
        [...years].map(([year, table]) => {
          const where = [region, year].filter((part) => part !== '' && part !== null).join(' ')
          return [year, make(table, where, [region, year])]
        }),
      ),
    ]),
  )
}

function readBase(population: ByRegionYear<AgeSex>, settings: Settings, problems: InputProblem[]): number {
  const report = problemsOf('population.csv', problems)
  const years = new Set([...population.values()].flatMap((table) => [...table.keys()]))
  const [only] = years
  if (years.size > 1)
    report(null, 'duplicate', {
      zh: `基年人口只能有一年，现有 ${[...years].join('、')}`,
      en: `the base population stands at one date; there are ${[...years].join(', ')}`,
    })
  const base = settings.baseYear ?? only
  if (base !== null && base !== undefined) return base
  report(null, 'missing-year', {
    zh: '没有基年：人口文件要有 year 列，或在 settings.csv 写 base_year',
    en: 'no base year: give the population a column year, or base_year in settings.csv',
  })
  return 0
}

function finder({
  region,
  year,
  settings,
  problems,
  size,
}: {
  readonly region: string
  readonly year: number
  readonly settings: Settings
  readonly problems: InputProblem[]
  readonly size: number
}) {
  return <T>(tables: ByRegionYear<T>, file: string): T | undefined => {
    const report = problemsOf(file, problems)
    // A file without the region column speaks for every region.
    const years = tables.get(region) ?? tables.get('')
    if (years === undefined) {
      report(null, 'missing-region', { zh: `没有地区 ${region} 的行`, en: `there are no rows of the region ${region}` })
      return undefined
    }
    const last = Math.max(...[...years.keys()].map((key) => key ?? -Infinity))
    const value = years.get(year) ?? years.get(null) ?? (settings.holdLast && year > last ? years.get(last) : undefined)
    if (value === undefined)
      report(null, 'missing-year', {
        zh: `${region} 缺 ${year} 年（要沿用最后一年，请在 settings.csv 写 after_last_year,hold）`,
        en: `${region} ${year} is missing (to keep the last year's rates, say after_last_year,hold in settings.csv)`,
      })
    const ages = isAgeSex(value) ? value.male.length : size
    if (ages !== size)
      report(null, 'wrong-age', {
        zh: `${region} ${year} 的年龄到 ${ages - 1} 岁，人口到 ${size - 1} 岁，应一致`,
        en: `${region} ${year} has ages to ${ages - 1} and the population to ${size - 1}: they must agree`,
      })
    return value
  }
}

function isAgeSex(value: unknown): value is AgeSex {
  return typeof value === 'object' && value !== null && 'male' in value
}

function scaled(table: AgeSex | undefined, unit: number): AgeSex | undefined {
  if (table === undefined || unit === 1) return table
  return { male: table.male.map((value) => value * unit), female: table.female.map((value) => value * unit) }
}

function eachYear(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at)
}

function noteHeld(
  settings: Settings,
  tables: readonly ByRegionYear<unknown>[],
  { to, assumptions }: { readonly to: number; readonly assumptions: Assumption[] },
): void {
  const years = tables.flatMap((table) => [...table.values()].flatMap((own) => [...own.keys()]))
  if (years.includes(null))
    assumptions.push({
      id: 'constant-rates',
      text: { zh: '没有年份列的文件对每一年都适用', en: 'files without a year column hold for every year' },
      source: 'input files',
    })
  const last = Math.min(...tables.flatMap((table) => [...table.values()].map((own) => lastOf([...own.keys()]))))
  if (settings.holdLast && last < to - 1)
    assumptions.push({
      id: 'rates-held',
      text: { zh: `${last} 年以后沿用最后一年的参数`, en: `after ${last} the last year's rates hold` },
      source: 'settings.csv',
    })
}

function lastOf(years: readonly (number | null)[]): number {
  return Math.max(...years.map((year) => year ?? Infinity))
}

/** The same problem met once for each of many years or regions is said once a year at most ten times. */
function distinct(problems: readonly InputProblem[]): readonly InputProblem[] {
  const seen = new Set<string>()
  return problems.filter(({ file, line, text }) => {
    const key = `${file} ${line} ${text.en}`
    return !seen.has(key) && seen.add(key)
  })
}
