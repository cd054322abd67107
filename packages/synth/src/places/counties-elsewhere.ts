import { findRegion, regionsUnder } from '@junheng/kernel/regions'
import type { Random } from '../random/random.ts'

const counties = new Map<number, readonly number[]>()

/** Provinces many people leave for work, the larger ones twice. */
const sending = [41, 41, 34, 34, 51, 51, 42, 43, 43, 36, 45, 52, 52, 13, 37, 62, 61, 23, 14, 50]

/** Another county of the province; the county itself where the province has no other. */
export function drawCountyInProvince(county: number, random: Random): number {
  return draw(Math.floor(county / 10_000), county, random)
}

/** A county of another province. */
export function drawCountyElsewhere(county: number, random: Random): number {
  const own = Math.floor(county / 10_000)
  const province = sending[random.below(sending.length)] ?? 41
  return draw(province === own ? 51 : province, county, random)
}

function draw(province: number, besides: number, random: Random): number {
  const all = countiesOf(province)
  const other = all[random.below(all.length)] ?? besides
  return other === besides ? (all[0] ?? besides) : other
}

function countiesOf(province: number): readonly number[] {
  let all = counties.get(province)
  if (all === undefined) {
    all = regionsUnder(province * 10_000)
      .flatMap(({ code, level }) => (level === 'county' ? [code] : regionsUnder(code).map((county) => county.code)))
      .filter((code) => findRegion(code)?.level === 'county')
    counties.set(province, all)
  }
  return all
}
