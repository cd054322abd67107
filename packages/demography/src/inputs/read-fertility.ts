import { sumOf } from '../age-sex.ts'
import type { YearInputs } from '../projection/year-inputs.ts'
import { ageGroups, type AgeGroups } from './age-groups.ts'
import { groupCells, mapTables, type ByRegionYear } from './age-sex-tables.ts'
import { checkFertility } from './check-ranges.ts'
import { problemsOf } from './problem.ts'
import { readNumbers } from './read-numbers.ts'
import { assume, cellsOf, forms, has, needFile, refuseBoth, type Reading } from './table-reader.ts'

type Fertility = YearInputs['fertility']

/** Fertility of each region and year: rates by age, or a TFR with the shares of ages in it. */
export function readFertility(reading: Reading, openAge: number): ByRegionYear<Fertility> {
  refuseBoth(reading, [forms.fertility, forms.tfr])
  if (has(reading, forms.fertility)) {
    const { file } = forms.fertility
    return mapTables(schedules(reading, forms.fertility), (groups, where) =>
      fertilityOf(groups, { reading, file, where, tfr: null, openAge }),
    )
  }
  if (!has(reading, forms.tfr) || !has(reading, forms.pasfr)) {
    if (has(reading, forms.tfr)) needFile(reading, forms.pasfr)
    else needFile(reading, forms.fertility, [forms.tfr])
    return new Map()
  }
  const { file } = forms.pasfr
  const before = reading.problems.length
  const shares = mapTables(schedules(reading, forms.pasfr), (groups, where) => {
    const sum = sumOf(groups.values)
    if (Number.isNaN(sum) || Math.abs(sum - 1) < 0.005 || Math.abs(sum - 100) < 0.5) return groups
    problemsOf(file, reading.problems)(null, 'totals-differ', {
      zh: `${where} 各年龄占比相加是 ${sum}，应为 100（或 1）`,
      en: `${where} the shares add to ${sum} and should add to 100 (or 1)`,
    })
    return undefined
  })
  const sharesAreSound = reading.problems.length === before
  const tfr = readNumbers(reading, forms.tfr, { from: 0, upTo: 12 })
  return mapTables(tfr, (children, where, [region, year]) => {
    const own = shares.get(region) ?? shares.get('')
    const groups = own?.get(year) ?? own?.get(null)
    if (groups !== undefined) return fertilityOf(groups, { reading, file, where, tfr: children, openAge })
    if (sharesAreSound)
      problemsOf(file, reading.problems)(null, 'missing-year', {
        zh: `${where} 有总和生育率而没有年龄占比`,
        en: `${where} has a TFR and no shares by age`,
      })
    return undefined
  })
}

function schedules(reading: Reading, form: typeof forms.fertility | typeof forms.pasfr): ByRegionYear<AgeGroups> {
  const { file } = form
  const { problems, step } = reading
  return mapTables(groupCells(cellsOf(reading, form), { file, problems, step }), (cells, where) => {
    const groups = ageGroups(cells, { file, where, problems, last: 'closed' })
    const first = cells[0]?.line ?? null
    if (groups === undefined && cells.every(({ age }) => typeof age !== 'number'))
      problemsOf(file, problems)(first, 'missing-age', { zh: `${where} 没有年龄`, en: `${where} has no ages` })
    return groups
  })
}

function fertilityOf(
  { breaks, values }: AgeGroups,
  {
    reading,
    file,
    where,
    tfr,
    openAge,
  }: {
    readonly reading: Reading
    readonly file: string
    readonly where: string
    readonly tfr: number | null
    readonly openAge: number
  },
): Fertility | undefined {
  const { problems, step } = reading
  const report = problemsOf(file, problems)
  const fromAge = breaks[0] ?? 0
  // The oldest row may be an open group, such as 100+ of a table that holds every age.
  const widths = breaks.slice(1).map((to, at) => Math.min(to === Infinity ? 1 : to - (breaks[at] ?? 0), 200))
  const wrong = [...values.keys()].find((at) => {
    const lower = breaks[at] ?? 0
    return (values[at] ?? 0) > 0 && (lower >= openAge || lower + (widths[at] ?? 1) <= step)
  })
  if (wrong !== undefined)
    report(null, 'wrong-age', {
      zh: `${where} ${breaks[wrong]} 岁的生育率不为零：最小年龄和开口组不能生育`,
      en: `${where} fertility at age ${breaks[wrong]}: none can bear at the lowest age or in the open group`,
    })
  const last = widths.length - 1
  const even = (width: number): boolean => widths.every((one, at) => one === width || (at === last && values[at] === 0))
  if (even(step)) {
    const whole = tfr === null ? 1 : (tfr / sumOf(values)) * (1 / step)
    const rates = values.map((value) => value * whole)
    if (tfr === null) checkFertility({ tfr: step * sumOf(rates) }, { file, where, problems })
    return { fromAge, rates }
  }
  if (step === 1 && even(5)) {
    if (tfr === null) checkFertility({ tfr: 5 * sumOf(values) }, { file, where, problems })
    assume(reading, {
      id: 'fertility-single-ages',
      text: {
        zh: `${file} 的五岁组由单调样条分成单岁：组内出生数除以组内妇女人年数等于所给的率`,
        en: `the five-year groups of ${file} are split to single ages by a monotone spline so that births over woman-years of each group are as given`,
      },
      source: file,
    })
    return { fromAge, shares: values, tfr }
  }
  report(null, 'wrong-age', {
    zh: `${where} 年龄组应都是${step === 1 ? '单岁或都是五岁' : '五岁'}`,
    en: `${where} the ages should all be ${step === 1 ? 'single years, or all groups of five' : 'groups of five years'}`,
  })
  return undefined
}
