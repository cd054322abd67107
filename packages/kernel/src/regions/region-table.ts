import { regionLines } from './generated/regions.ts'

export type RegionLevel = 'nation' | 'province' | 'city' | 'county'

export interface Region {
  /** Six digits of GB/T 2260; the nation is 0 (also found as 100000). */
  readonly code: number
  readonly name: string
  readonly level: RegionLevel
  /** The region it is administered by, past rows that only group (市辖区, 省直辖县级行政区划); null for a province. */
  readonly parent: number | null
}

const nation: Region = { code: 0, name: '全国', level: 'nation', parent: null }

/** Rows of the standard that are headings, not places anybody lives in. */
const groupings = new Set(['市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划'])

export function isGrouping(region: Region): boolean {
  return groupings.has(region.name)
}

let table: ReadonlyMap<number, Region> | undefined

/** Every region by code, in the order of codes; read from its compact form at first use. */
export function regionTable(): ReadonlyMap<number, Region> {
  table ??= new Map(readRegions().map((region) => [region.code, region]))
  return table
}

function readRegions(): Region[] {
  const regions: Region[] = [nation, { ...nation, code: 100_000 }]
  for (const line of regionLines.trim().split('\n')) {
    const [head = '', ...counties] = line.split(' ')
    const digits = /^\d+/.exec(head)?.[0] ?? ''
    const name = head.slice(digits.length)
    const province = Number(digits.slice(0, 2)) * 10_000
    if (digits.length === 2) {
      regions.push({ code: province, name, level: 'province', parent: null })
      continue
    }
    const city: Region = { code: Number(digits) * 100, name, level: 'city', parent: province }
    regions.push(city)
    const parent = isGrouping(city) ? province : city.code
    for (const county of counties) {
      regions.push({ code: city.code + Number(county.slice(0, 2)), name: county.slice(2), level: 'county', parent })
    }
  }
  return regions
}
