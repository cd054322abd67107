import { sexes, sumOf, type AgeSex } from '../age-sex.ts'
import { mapTables, type ByRegionYear, type GroupedAgeSex } from './age-sex-tables.ts'
import { checkSurvival } from './check-ranges.ts'
import { noteOpenAge } from './note-open-age.ts'
import { problemsOf } from './problem.ts'
import type { Cell } from './read-cells.ts'
import { forms, tablesOf, type Reading } from './table-reader.ts'

/**
 * Survival from a life table's person-years: Sx = Lx/L(x−1), S0 = L0 over the born, and the open age's share of both
 * last groups. Ages above the population's open age are put together; with steps of five years 0 and 1–4 are one group.
 */
export function survivalOfPersonYears(
  reading: Reading,
  { cells, openAge }: { readonly cells: readonly Cell[]; readonly openAge: number },
): ByRegionYear<AgeSex> {
  const { file } = forms.lifeTable
  const { problems, step } = reading
  const report = problemsOf(file, problems)
  const reached = tablesOf(reading, forms.lifeTable, { column: 'lx', cells })
  return mapTables(tablesOf(reading, forms.lifeTable, { column: 'llx', cells }), (years, where, [region, year]) => {
    const lx = reached.get(region)?.get(year)
    if (lx === undefined)
      report(1, 'missing-column', {
        zh: `${where} Lx 要和 lx 一起给出`,
        en: `${where} the column lx is needed beside Lx`,
      })
    const groups = step === 1 ? years : joinInfants(years)
    if (groups.age.some((age, at) => age !== step * at))
      report(null, 'wrong-age', {
        zh: `${where} Lx 要按${step === 1 ? '单岁' : ' 5 岁组'}给出；简略生命表请给 mx`,
        en: `${where} Lx is needed by ${step === 1 ? 'single ages' : 'five-year groups'}; give an abridged table as mx`,
      })
    const last = (groups.age.length - 1) * step
    if (last < openAge)
      report(null, 'wrong-age', {
        zh: `${where} 生命表到 ${last}+，人口到 ${openAge}+；请给到同一年龄，或改给 mx`,
        en: `${where} the life table ends at ${last}+ and the population at ${openAge}+: give it as far, or give mx`,
      })
    if (lx === undefined || last < openAge) return undefined
    noteOpenAge(reading, { from: last, to: openAge })
    const [male, female] = sexes.map((sex) =>
      ratios(groups[sex], { open: openAge / step, born: step * (lx[sex][0] ?? 1) }),
    )
    if (male === undefined || female === undefined) return undefined
    return checkSurvival({ male, female }, { file, where, problems }).survival
  })
}

function joinInfants(table: GroupedAgeSex): GroupedAgeSex {
  if (table.age[1] !== 1) return table
  const join = (values: Float64Array) => Float64Array.of((values[0] ?? 0) + (values[1] ?? 0), ...values.subarray(2))
  return { age: [0, ...table.age.slice(2)], male: join(table.male), female: join(table.female) }
}

function ratios(years: Float64Array, { open, born }: { readonly open: number; readonly born: number }): Float64Array {
  return Float64Array.from({ length: open + 1 }, (_, at) => {
    const own = at === open ? sumOf(years.subarray(open)) : (years[at] ?? 0)
    if (at === 0) return own / born
    const before = years[at - 1] ?? 0
    const all = at === open ? before + own : before
    return all > 0 ? own / all : 0
  })
}
