import { ageSexTables, type ByRegionYear, type GroupedAgeSex } from './age-sex-tables.ts'
import { problemsOf, type Assumption, type InputProblem } from './problem.ts'
import { readCells, type Cell, type FileForm } from './read-cells.ts'

/** The files of a projection but for settings and moves, and what their columns may be. */
export const forms = {
  population: { file: 'population.csv', values: ['population'], bySex: true, byAge: true, additive: true },
  survival: { file: 'survival.csv', values: ['survival'], bySex: true, byAge: true },
  lifeTable: { file: 'life-table.csv', values: ['mx', 'lx', 'llx'], bySex: true, byAge: true },
  e0: { file: 'e0.csv', values: ['e0'], bySex: true, byAge: false },
  fertility: { file: 'fertility.csv', values: ['asfr'], bySex: false, byAge: true },
  tfr: { file: 'tfr.csv', values: ['tfr'], bySex: false, byAge: false },
  pasfr: { file: 'pasfr.csv', values: ['pasfr'], bySex: false, byAge: true },
  srb: { file: 'srb.csv', values: ['srb'], bySex: false, byAge: false },
  migration: {
    file: 'migration.csv',
    values: ['migration'],
    bySex: true,
    byAge: true,
    negativeAllowed: true,
    additive: true,
  },
  migrationRates: { file: 'migration-rates.csv', values: ['rate'], bySex: true, byAge: true, negativeAllowed: true },
  migrationTotal: {
    file: 'migration-total.csv',
    values: ['migration'],
    bySex: false,
    byAge: false,
    negativeAllowed: true,
  },
  groupQuarters: { file: 'group-quarters.csv', values: ['population'], bySex: true, byAge: true, additive: true },
} as const satisfies Record<string, FileForm>

/** The files being read, where problems and assumptions gather, and the years in a step. */
export interface Reading {
  readonly files: ReadonlyMap<string, string>
  readonly problems: InputProblem[]
  readonly assumptions: Assumption[]
  readonly step: number
}

/** Whether the file is there. */
export function has({ files }: Reading, { file }: FileForm): boolean {
  return files.has(file)
}

/** The cells of a file; none when it is not there. */
export function cellsOf({ files, problems }: Reading, form: FileForm): readonly Cell[] {
  const text = files.get(form.file)
  return text === undefined ? [] : readCells(text, form, problems)
}

/** The tables by age and sex of a file's main column, or of the column named. */
export function tablesOf(
  reading: Reading,
  form: FileForm,
  { column, cells }: { readonly column?: string; readonly cells?: readonly Cell[] } = {},
): ByRegionYear<GroupedAgeSex> {
  const { problems, step } = reading
  return ageSexTables(cells ?? cellsOf(reading, form), {
    file: form.file,
    column: column ?? form.values[0] ?? '',
    problems,
    step,
    additive: form.additive === true,
  })
}

/** Reports that a file is needed, and what could stand in its place. */
export function needFile({ problems }: Reading, { file }: FileForm, instead: readonly FileForm[] = []): void {
  const others = instead.map((form) => form.file).join(' / ')
  problemsOf(file, problems)(null, 'missing-file', {
    zh: `缺少这个文件${others === '' ? '' : `（也可用 ${others}）`}`,
    en: `this file is missing${others === '' ? '' : ` (or ${others} in its place)`}`,
  })
}

/** Reports files of which only one may be given. */
export function refuseBoth(reading: Reading, forms: readonly FileForm[]): void {
  const [first, second] = forms.filter((form) => has(reading, form))
  if (first === undefined || second === undefined) return
  problemsOf(second.file, reading.problems)(null, 'conflict', {
    zh: `${first.file} 与 ${second.file} 只能给一个`,
    en: `give ${first.file} or ${second.file}, not both`,
  })
}

/** Lists something the result rests on; the same thing once. */
export function assume({ assumptions }: Reading, assumption: Assumption): void {
  const told = assumptions.some(({ id, text }) => id === assumption.id && text.en === assumption.text.en)
  if (!told) assumptions.push(assumption)
}
