import { groupCells, mapTables, type ByRegionYear } from './age-sex-tables.ts'
import { problemsOf } from './problem.ts'
import type { FileForm } from './read-cells.ts'
import { cellsOf, type Reading } from './table-reader.ts'

/** Reads a file of one number for each region and year, within a range where one is given. */
export function readNumbers(
  reading: Reading,
  form: FileForm,
  range?: { readonly from: number; readonly upTo: number },
): ByRegionYear<number> {
  const { file } = form
  const { problems, step } = reading
  const report = problemsOf(file, problems)
  return mapTables(groupCells(cellsOf(reading, form), { file, problems, step }), (cells, where) => {
    const [only, second] = cells
    if (second !== undefined) report(second.line, 'duplicate', { zh: `${where} 重复`, en: `${where} is given twice` })
    if (only !== undefined && range !== undefined && (only.value < range.from || only.value > range.upTo))
      report(only.line, 'out-of-range', {
        zh: `${where} ${form.values[0]} 是 ${only.value}，应在 ${range.from} 与 ${range.upTo} 之间`,
        en: `${where} ${form.values[0]} is ${only.value} and should lie between ${range.from} and ${range.upTo}`,
      })
    return only?.value
  })
}
