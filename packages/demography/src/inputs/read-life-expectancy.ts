import { sexes, type Sex } from '../age-sex.ts'
import { groupCells, mapTables, type ByRegionYear } from './age-sex-tables.ts'
import { problemsOf } from './problem.ts'
import { cellsOf, forms, type Reading } from './table-reader.ts'

/** Reads e0.csv: life expectancy at birth of men and women, in years, within 15 and 110. */
export function readLifeExpectancy(reading: Reading): ByRegionYear<Readonly<Record<Sex, number>>> {
  const { file } = forms.e0
  const { problems, step } = reading
  return mapTables(groupCells(cellsOf(reading, forms.e0), { file, problems, step }), (cells, where) => {
    const report = problemsOf(file, problems)
    const [male, female] = sexes.map((sex): number | undefined => {
      const own = cells.filter((cell) => cell.sex === sex)
      const [only, second] = own
      if (only === undefined)
        report(cells[0]?.line ?? null, 'missing-sex', {
          zh: `${where} 没有 ${sex}`,
          en: `${where} has no row of ${sex}`,
        })
      if (second !== undefined)
        report(second.line, 'duplicate', { zh: `${where} ${sex} 重复`, en: `${where} ${sex} is given twice` })
      if (only !== undefined && (only.value < 15 || only.value > 110))
        report(only.line, 'out-of-range', {
          zh: `${where} ${sex} 的预期寿命 ${only.value} 岁不成立`,
          en: `${where} ${sex}: a life expectancy of ${only.value} years cannot be`,
        })
      return only?.value
    })
    return male === undefined || female === undefined || problems.length > 0 ? undefined : { male, female }
  })
}
