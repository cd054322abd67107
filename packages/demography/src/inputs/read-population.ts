import { sexes, type AgeSex } from '../age-sex.ts'
import { graduateMonotone } from '../graduation/monotone-spline.ts'
import { placeName, type ByRegionYear, type GroupedAgeSex } from './age-sex-tables.ts'
import { problemsOf } from './problem.ts'
import type { Settings } from './read-settings.ts'
import { assume, forms, needFile, tablesOf, type Reading } from './table-reader.ts'

/** The base population of every region, in persons, and when it stands. */
export interface BasePopulation {
  /** 1 January of this year, or 1 July when the settings say mid-year. */
  readonly firstYear: number
  readonly openAge: number
  readonly regions: ReadonlyMap<string, AgeSex>
  readonly groupQuarters: ReadonlyMap<string, AgeSex>
}

/** Reads population.csv and group-quarters.csv; five-year groups are split to single ages, which is listed. */
export function readPopulation(reading: Reading, settings: Settings): BasePopulation {
  const { file } = forms.population
  const { problems, step } = reading
  if (!reading.files.has(file)) needFile(reading, forms.population)
  const tables = tablesOf(reading, forms.population)
  const named = findBaseYear(tables, reading, settings)
  const at = (own: ReadonlyMap<number | null, GroupedAgeSex>) => own.get(named) ?? own.get(null)
  const regions = new Map<string, AgeSex>()
  for (const [region, own] of tables) {
    const table = at(own)
    if (table !== undefined) regions.set(region, persons(table, { reading, settings, file }))
    else if (own.size > 0)
      problemsOf(file, problems)(null, 'missing-year', {
        zh: `没有 ${placeName(region, named)} 年的人口`,
        en: `there is no population of ${placeName(region, named)}`,
      })
  }
  const openAge = Math.max(0, ...[...regions.values()].map(({ male }) => male.length - 1))
  const differs = [...regions].find(([, { male }]) => male.length !== openAge + 1)
  if (differs !== undefined)
    problemsOf(file, problems)(null, 'wrong-age', {
      zh: `${differs[0]} 的年龄组数与其他地区不同`,
      en: `${differs[0]} has other ages than the other regions`,
    })
  if (regions.size > 0 && openAge < 2)
    problemsOf(file, problems)(null, 'missing-age', { zh: '至少要三个年龄组', en: 'at least three ages are needed' })
  const groupQuarters = readQuarters(reading, { settings, regions })
  const december = settings.date === 'december' ? step : 0
  return { firstYear: named + december, openAge: step * openAge, regions, groupQuarters }
}

function findBaseYear(
  tables: ByRegionYear<GroupedAgeSex>,
  { files, problems }: Reading,
  { baseYear }: Settings,
): number {
  const report = problemsOf(forms.population.file, problems)
  const years = new Set([...tables.values()].flatMap((table) => [...table.keys()]))
  if (baseYear !== null) return baseYear
  if (years.size > 1)
    report(null, 'duplicate', {
      zh: `人口有几年（${[...years].join('、')}），请在 settings.csv 写 base_year`,
      en: `there are populations of ${[...years].join(', ')}: say base_year in settings.csv`,
    })
  const [only] = years
  if (only !== null && only !== undefined) return only
  if (files.has(forms.population.file))
    report(null, 'missing-year', {
      zh: '没有基年：人口文件要有 year 列，或在 settings.csv 写 base_year',
      en: 'no base year: give the population a column year, or base_year in settings.csv',
    })
  return 0
}

function persons(
  table: GroupedAgeSex,
  { reading, settings, file }: { readonly reading: Reading; readonly settings: Settings; readonly file: string },
): AgeSex {
  const { unit } = settings
  const { age, male, female } = table
  const whole = { male: male.map((count) => count * unit), female: female.map((count) => count * unit) }
  const { step, problems } = reading
  if (step > 1) {
    if (age.some((lower, at) => lower !== step * at))
      problemsOf(file, problems)(null, 'wrong-age', {
        zh: `步长为 ${step} 年时年龄组应为 0–4、5–9、…`,
        en: `with steps of ${step} years the groups should be 0–4, 5–9, …`,
      })
    return whole
  }
  if (age.every((lower, at) => lower === at)) return whole
  assume(reading, {
    id: 'graduation',
    text: {
      zh: `${file} 的年龄组用保持各组人数的单调样条分成单岁，${age.at(-1)} 岁以上为开口组`,
      en: `the age groups of ${file} are split to single ages by a monotone spline that keeps their sums, ${age.at(-1)}+ open`,
    },
    source: file,
  })
  const [men, women] = sexes.map((sex) => {
    const closed = graduateMonotone(whole[sex].subarray(0, -1), age).map((count) => Math.max(0, count))
    return Float64Array.of(...closed, whole[sex].at(-1) ?? 0)
  })
  return { male: men ?? whole.male, female: women ?? whole.female }
}

function readQuarters(
  reading: Reading,
  { settings, regions }: { readonly settings: Settings; readonly regions: ReadonlyMap<string, AgeSex> },
): ReadonlyMap<string, AgeSex> {
  const { file } = forms.groupQuarters
  const report = problemsOf(file, reading.problems)
  const result = new Map<string, AgeSex>()
  for (const [region, years] of tablesOf(reading, forms.groupQuarters)) {
    const all = regions.get(region)
    const [table] = years.values()
    if (table === undefined) continue
    if (all === undefined) {
      report(null, 'wrong-code', {
        zh: `人口文件里没有地区 ${region}`,
        en: `the population file has no region ${region}`,
      })
      continue
    }
    const quarters = persons(table, { reading, settings, file })
    if (quarters.male.length !== all.male.length)
      report(null, 'wrong-age', {
        zh: `${region} 集体户的年龄与人口的不同`,
        en: `${region} group quarters have other ages than the population`,
      })
    for (const sex of sexes) {
      const age = quarters[sex].findIndex((count, at) => count > (all[sex][at] ?? 0))
      if (age >= 0 && quarters.male.length === all.male.length)
        report(null, 'out-of-range', {
          zh: `${region} ${sex} ${reading.step * age} 岁的集体户 ${quarters[sex][age]} 多于总人口 ${all[sex][age]}`,
          en: `${region} ${sex} age ${reading.step * age}: ${quarters[sex][age]} in group quarters exceed the population of ${all[sex][age]}`,
        })
    }
    result.set(region, quarters)
  }
  if (result.size > 0)
    assume(reading, {
      id: 'group-quarters',
      text: {
        zh: '集体户的人不增岁、不生育、不死亡、不迁移，每年照原样计入总人口',
        en: 'people in group quarters do not age, bear, die or move; they are part of every population as they were at first',
      },
      source: file,
    })
  return result
}
