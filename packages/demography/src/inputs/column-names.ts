import type { Sex } from '../age-sex.ts'

/**
 * Other names a column may have, beside its own: those of the UN's packages and downloads, of R and of Chinese tables.
 * Letters' case, blanks, dots, dashes and underscores do not matter (lx and Lx excepted).
 */
const aliases: Readonly<Record<string, readonly string[]>> = {
  region: ['country_code', 'code', 'location', 'LocID', 'area', '地区', '区划代码'],
  year: ['time', 'time_start', 'year_start', 'period', '年', '年份', '时期'],
  age: ['age_start', 'age_end', 'AgeGrp', 'AgeGrpStart', 'age_group', 'x', '年龄', '年龄组'],
  span: ['age_span', 'AgeGrpSpan', 'n'],
  sex: ['gender', '性别'],
  male: ['males', 'men', 'm', 'popM', 'PopMale', 'SxM', 'mxM', 'migM', 'e0M', '男', '男性'],
  female: ['females', 'women', 'f', 'popF', 'PopFemale', 'SxF', 'mxF', 'migF', 'e0F', '女', '女性'],
  total: ['both', 'both_sexes', 'popT', 'PopTotal', '合计', '总计'],
  population: ['pop', 'count', 'persons', '人口', '人口数'],
  survival: ['Sx', 'nSx', 'lt_Sx', 'survival_ratio', '存活比'],
  mx: ['nmx', 'lt_nMx', 'death_rate', '死亡率'],
  lx: ['lt_lx'],
  llx: ['nLx', 'lt_nLx', 'person_years'],
  asfr: ['fx', 'nfx', 'fertility_rate', 'fert_rate', '生育率'],
  tfr: ['total_fertility_rate', '总和生育率'],
  pasfr: ['share', 'percent', 'fert_pct'],
  srb: ['sex_ratio_at_birth', '出生性别比'],
  e0: ['life_expectancy', '预期寿命'],
  migration: ['net_migration', 'net_migrants', 'mig', 'mig_net_count', '净迁移'],
  rate: ['mig_net_rate', 'net_migration_rate'],
}

const plain = (name: string): string => name.toLowerCase().replaceAll(/[\s._-]/g, '')

const known = new Map(
  Object.entries(aliases).flatMap(([name, others]) => [name, ...others].map((one) => [plain(one), name] as const)),
)

/** The package's own name of a column; the name itself, in small letters, where it is not known. */
export function columnName(header: string): string {
  if (/^(n|lt_n)?Lx$/.test(header)) return 'llx'
  if (header === 'lx' || header === 'lt_lx') return 'lx'
  return known.get(plain(header)) ?? header.toLowerCase()
}

const sexWords = new Map<string, Sex | 'total'>([
  ...['male', 'males', 'm', 'men', '男', '男性'].map((word) => [word, 'male'] as const),
  ...['female', 'females', 'f', 'women', '女', '女性'].map((word) => [word, 'female'] as const),
  ...['total', 'both', 'both sexes', 'b', '合计'].map((word) => [word, 'total'] as const),
])

/** A sex as files write it; 'total' for both; undefined when the word is not known. */
export function findSex(word: string): Sex | 'total' | undefined {
  return sexWords.get(word.toLowerCase())
}
