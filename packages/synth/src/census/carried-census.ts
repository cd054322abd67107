import type { CountyCensus } from './county-census.ts'
import { censusLines } from './generated/census-2020.ts'
import { readCountyLines } from './read-census-table.ts'

let carried: ReadonlyMap<number, CountyCensus> | undefined

/**
 * The counties whose figures come with the program: Xian'an, Tianjia'an, the banners of Alxa, the districts of Beijing,
 * the counties of Qinghai. Source: seventh national census, 1 November 2020, compiled by leiii/census (MIT).
 */
export function carriedCensus(): ReadonlyMap<number, CountyCensus> {
  carried ??= readCountyLines(censusLines)
  return carried
}
