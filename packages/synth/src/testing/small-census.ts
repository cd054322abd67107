import { countyLine, readCensusTable } from '../census/read-census-table.ts'
import { carriedCensus } from '../census/carried-census.ts'
import type { CountyCensus } from '../census/county-census.ts'

/** The head of the county table of the census as leiii/census has it, with two columns nobody asks for. */
export const censusHead =
  '区划代码,省,市,区县,人口数_合计,' +
  [
    ...ageGroups().flatMap((group) => [`男_${group}`, `女_${group}`]),
    '城镇人口',
    '少数民族人口比重（%）',
    '家庭户数',
    '家庭户人口数',
    '一人户数',
    '一代户数',
    '二代户数',
    '三代户数',
    '四代以上户数',
    '十五岁以上人口',
    '十五岁以上人口_女',
    '未婚',
    '未婚_女',
    '15-64岁妇女平均活产子女数',
    '户口登记地在外乡镇街道人口_本省其他县',
    '户口登记地在外乡镇街道人口_省外',
    'level',
  ].join(',')

function ageGroups(): readonly string[] {
  return ['0岁', '1到4岁', ...Array.from({ length: 16 }, (_, at) => `${5 + 5 * at}到${9 + 5 * at}岁`), '85岁以上']
}

/** A row of the table for a county whose other figures are Xian'an's. */
export function censusRow(county: Partial<CountyCensus> & { readonly code: number | string }): string {
  const xianan = carriedCensus().get(421202)
  if (xianan === undefined) throw new Error('the census of Xian’an is carried')
  const { code, name, male, female, ...rest } = { ...xianan, ...county, code: county.code }
  const total = [...male, ...female].reduce((sum, count) => sum + count, 0)
  const figures = countyLine({ ...xianan, ...rest, male, female })
    .split(' ')
    .slice(2)
  const byGroup = male.flatMap((count, at) => [count, female[at] ?? 0])
  return [code, '某省', '某市', name, total, ...byGroup, ...figures.slice(38), 'county'].join(',')
}

export function readOne(row: string) {
  return readCensusTable(`${censusHead}\n${row}\n`)
}
