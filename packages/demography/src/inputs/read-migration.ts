import { sumOf, type AgeSex } from '../age-sex.ts'
import type { NetMigration } from '../projection/year-inputs.ts'
import { mapTables, type ByRegionYear, type GroupedAgeSex } from './age-sex-tables.ts'
import { problemsOf } from './problem.ts'
import { readNumbers } from './read-numbers.ts'
import { assume, forms, has, refuseBoth, tablesOf, type Reading } from './table-reader.ts'

/**
 * Net migration as persons by age, rates by age, or a total; null when there is no file. `unit` is persons per unit of
 * the counts.
 */
export function readMigration(
  reading: Reading,
  { openAge, unit }: { readonly openAge: number; readonly unit: number },
): { readonly file: string; readonly tables: ByRegionYear<NetMigration> } | null {
  const kinds = [forms.migration, forms.migrationRates, forms.migrationTotal] as const
  const given = kinds.filter((form) => has(reading, form))
  refuseBoth(reading, given)
  const [form] = given
  if (form === undefined) {
    assume(reading, {
      id: 'no-migration',
      text: { zh: '没有迁移文件：假定没有迁移', en: 'there is no migration file: no migration is assumed' },
      source: 'default',
    })
    return null
  }
  const { file } = form
  if (form === forms.migrationTotal) {
    assume(reading, {
      id: 'migration-by-age',
      text: {
        zh: '净迁移总数按当年人口的年龄性别结构分摊',
        en: 'total net migration is shared out by age and sex as the population is',
      },
      source: 'the rule of the UN’s engine',
    })
    return { file, tables: mapTables(readNumbers(reading, form), (total) => ({ total: total * unit })) }
  }
  const tables = mapTables(tablesOf(reading, form), (table, where) => aligned(table, { reading, file, where, openAge }))
  if (form === forms.migration)
    return {
      file,
      tables: mapTables(tables, ({ male, female }) => ({
        male: male.map((count) => count * unit),
        female: female.map((count) => count * unit),
      })),
    }
  return {
    file,
    tables: mapTables(tables, (rates, where) => {
      const all = [...rates.male, ...rates.female].map(Math.abs)
      // A single rate may well exceed 1 where hardly anybody is; most of them may not.
      if (all.filter((rate) => rate > 5).length > all.length / 2)
        problemsOf(file, reading.problems)(null, 'out-of-range', {
          zh: `${where} 的净迁移率大多超过 5，应为每人每年（不是每千人）`,
          en: `${where}: most net migration rates exceed 5; they are per person and year, not per 1,000`,
        })
      return { rates }
    }),
  }
}

/** Counts above the population's open age are added to it; rates there cannot be. */
function aligned(
  table: GroupedAgeSex,
  {
    reading,
    file,
    where,
    openAge,
  }: { readonly reading: Reading; readonly file: string; readonly where: string; readonly openAge: number },
): AgeSex | undefined {
  const { step, problems } = reading
  const open = openAge / step
  const regular = table.age.every((age, at) => age === step * at)
  if (!regular || table.age.length < open + 1 || (table.age.length > open + 1 && file !== forms.migration.file)) {
    problemsOf(file, problems)(null, 'wrong-age', {
      zh: `${where} 的年龄到 ${table.age.at(-1)}，人口是 0–${openAge}+ ${step === 1 ? '单岁' : '五岁组'}，应一致`,
      en: `${where} has ages to ${table.age.at(-1)} and the population ${step === 1 ? 'single ages' : 'five-year groups'} to ${openAge}+: they must agree`,
    })
    return undefined
  }
  if (table.age.length === open + 1) return table
  assume(reading, {
    id: 'migration-open-age',
    text: {
      zh: `${file} 中 ${openAge} 岁以上的净迁移并入 ${openAge}+`,
      en: `net migrants of ${file} above ${openAge} are put together at ${openAge}+`,
    },
    source: file,
  })
  const cut = (values: Float64Array): Float64Array =>
    Float64Array.of(...values.subarray(0, open), sumOf(values.subarray(open)))
  return { male: cut(table.male), female: cut(table.female) }
}
