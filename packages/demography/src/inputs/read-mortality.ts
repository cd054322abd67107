import type { AgeSex, Sex } from '../age-sex.ts'
import { abridgedLifeTable } from '../life-table/abridged-life-table.ts'
import { cutLifeTable, extendMortality } from '../life-table/fit-open-age.ts'
import { lifeTable } from '../life-table/life-table.ts'
import { survivalRatios } from '../life-table/survival-ratios.ts'
import { scaleToLifeExpectancy, singleAgeMortality } from '../schedules/single-age-mortality.ts'
import { nationalSchedules } from '../subnational/national-schedules.ts'
import { mapTables, type ByRegionYear, type GroupedAgeSex } from './age-sex-tables.ts'
import { checkMortality, checkSurvival } from './check-ranges.ts'
import { noteOpenAge } from './note-open-age.ts'
import { problemsOf } from './problem.ts'
import { readLifeExpectancy } from './read-life-expectancy.ts'
import { survivalOfPersonYears } from './read-person-years.ts'
import { assume, cellsOf, forms, has, needFile, refuseBoth, tablesOf, type Reading } from './table-reader.ts'

/** Survival ratios to the population's open age, from survival.csv, or from a life table, a life expectancy or both. */
export function readMortality(reading: Reading, openAge: number): ByRegionYear<AgeSex> {
  refuseBoth(reading, [forms.survival, forms.lifeTable])
  refuseBoth(reading, [forms.survival, forms.e0])
  if (has(reading, forms.survival)) return readSurvival(reading)
  if (!has(reading, forms.lifeTable) && !has(reading, forms.e0)) {
    needFile(reading, forms.survival, [forms.lifeTable, forms.e0])
    return new Map()
  }
  const cells = cellsOf(reading, forms.lifeTable)
  const columns = new Set(cells.map(({ column }) => column))
  // An abridged table may hold Lx as well; its mx can be split to single ages, its Lx cannot.
  const abridged = reading.step === 1 && columns.has('mx') && !cells.some(({ age }) => age === 2)
  if (columns.has('llx') && !abridged && !has(reading, forms.e0))
    return survivalOfPersonYears(reading, { cells, openAge })
  const rates = tablesOf(reading, forms.lifeTable, { column: 'mx', cells })
  const { problems, step } = reading
  const { file } = forms.lifeTable
  if (has(reading, forms.lifeTable) && !columns.has('mx'))
    problemsOf(file, problems)(1, 'missing-column', {
      zh: has(reading, forms.e0) ? '与 e0.csv 同用时要有 mx 列' : '要有 mx 列，或 lx 与 Lx 两列',
      en: has(reading, forms.e0)
        ? 'together with e0.csv the column mx is needed'
        : 'the column mx is needed, or lx and Lx',
    })
  const sound = mapTables(rates, (table, where) =>
    checkMortality(table, { file, where, problems }) ? table : undefined,
  )
  if (problems.length > 0) return new Map()
  if (step > 1) return mapTables(sound, (table) => bySex((sex) => groupSurvival(table, sex)))
  const single = mapTables(sound, (table, where) => singleRates(table, { reading, where }))
  const mx = has(reading, forms.e0) ? scaledToE0(reading, single) : single
  return mapTables(mx, (table) => {
    noteOpenAge(reading, { from: table.male.length - 1, to: openAge })
    return bySex((sex) =>
      survivalRatios(cutLifeTable(lifeTable({ mx: extendMortality(table[sex], openAge), sex }), openAge)),
    )
  })
}

function bySex(make: (sex: Sex) => Float64Array): AgeSex {
  return { male: make('male'), female: make('female') }
}

function readSurvival(reading: Reading): ByRegionYear<AgeSex> {
  const { file } = forms.survival
  const { problems, step } = reading
  let cells = 0
  const tables = mapTables(tablesOf(reading, forms.survival), (table, where) => {
    if (table.age.some((age, at) => age !== step * at))
      problemsOf(file, problems)(null, 'wrong-age', {
        zh: `${where} 存活比要按${step === 1 ? '单岁' : ` ${step} 岁组`}给出；年龄组请改用 life-table.csv`,
        en: `${where} survival ratios are needed by ${step === 1 ? 'single years of age' : `groups of ${step} years`}; give age groups as life-table.csv`,
      })
    const { survival, cut } = checkSurvival(table, { file, where, problems })
    cells += cut
    return survival
  })
  if (cells > 0)
    assume(reading, {
      id: 'survival-cut',
      text: {
        zh: `${cells} 个存活比因四舍五入略大于 1，按 1 计算`,
        en: `${cells} survival ratios exceed 1 by rounding and are taken as 1`,
      },
      source: file,
    })
  return tables
}

/** Rates by single age; abridged ones (0, 1–4, 5–9, …) are split. */
function singleRates(
  table: GroupedAgeSex,
  { reading, where }: { readonly reading: Reading; readonly where: string },
): AgeSex | undefined {
  const { age } = table
  assume(reading, {
    id: 'life-table',
    text: {
      zh: '由死亡率 mx 建生命表：a0 按 Andreev–Kingkade，其余 ax = 0.5',
      en: 'life tables are built from mx: a0 by Andreev and Kingkade, other ax 0.5',
    },
    source: 'Andreev and Kingkade 2015',
  })
  if (age.every((lower, at) => lower === at)) return table
  if (age[1] !== 1 || age[2] !== 5 || age.length < 6) {
    problemsOf(forms.lifeTable.file, reading.problems)(null, 'wrong-age', {
      zh: `${where} 简略生命表应按 0、1–4、5–9、… 分组`,
      en: `${where} an abridged life table needs the groups 0, 1–4, 5–9, …`,
    })
    return undefined
  }
  assume(reading, {
    id: 'mortality-single-ages',
    text: {
      zh: '简略死亡率由对数的单调样条分成单岁，各组平均不变',
      en: 'abridged death rates are split to single ages by a monotone spline of their logarithms that keeps each group’s mean',
    },
    source: forms.lifeTable.file,
  })
  return bySex((sex) => singleAgeMortality(age, table[sex]))
}

/** Survival of five-year groups from abridged rates. */
function groupSurvival(table: GroupedAgeSex, sex: Sex): Float64Array {
  const { Lx, lx } = abridgedLifeTable({ age: Float64Array.from(table.age), mx: table[sex], sex })
  const young = table.age[1] === 1 ? 2 : 1
  const years = Float64Array.of(
    Lx.subarray(0, young).reduce((sum, value) => sum + value, 0),
    ...Lx.subarray(young),
  )
  const open = years.length - 1
  return years.map((value, at) => {
    if (at === 0) return value / (5 * (lx[0] ?? 1))
    const before = years[at - 1] ?? 0
    return Math.min(1, value / (at === open ? before + value : before))
  })
}

/** The pattern of death rates scaled to each year's life expectancy; China's of 2024 where there is no life table. */
function scaledToE0(reading: Reading, patterns: ByRegionYear<AgeSex>): ByRegionYear<AgeSex> {
  const given = has(reading, forms.lifeTable)
  const [standard] = given ? [] : nationalSchedules(2024, 2025)
  assume(reading, {
    id: 'mortality-pattern',
    text: given
      ? {
          zh: '死亡率的年龄模式取自 life-table.csv 最近的年份，按同一比例调整到 e0.csv 的预期寿命',
          en: 'the age pattern of death rates is that of the nearest year in life-table.csv, scaled by one factor to the life expectancy in e0.csv',
        }
      : {
          zh: '没有生命表：死亡率的年龄模式取中国 2024 年的，按同一比例调整到 e0.csv 的预期寿命',
          en: 'there is no life table: the age pattern of death rates is China’s of 2024, scaled by one factor to the life expectancy in e0.csv',
        },
    source: given ? forms.lifeTable.file : 'UN WPP 2024, CC BY 3.0 IGO',
  })
  return mapTables(readLifeExpectancy(reading), (e0, _, [region, year]) => {
    const pattern = nearest(patterns.get(region) ?? patterns.get(''), year) ?? standard?.mx
    if (pattern === undefined) {
      problemsOf(forms.lifeTable.file, reading.problems)(null, 'missing-region', {
        zh: `没有地区 ${region} 的行`,
        en: `there are no rows of the region ${region}`,
      })
      return undefined
    }
    return bySex((sex) => scaleToLifeExpectancy(pattern[sex], { e0: e0[sex], sex }))
  })
}

function nearest<T>(tables: ReadonlyMap<number | null, T> | undefined, year: number | null): T | undefined {
  if (tables === undefined) return undefined
  const own = tables.get(year) ?? tables.get(null)
  if (own !== undefined || year === null) return own ?? [...tables.values()][0]
  const distance = (key: number | null): number => Math.abs((key ?? year) - year)
  const [best] = [...tables].toSorted(([a], [b]) => distance(a) - distance(b))
  return best?.[1]
}
