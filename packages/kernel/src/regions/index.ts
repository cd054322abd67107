/** Administrative regions by name. Kept apart from the package's root so that who only compares codes loads no table. */
import { findRegionChange } from './region-changes.ts'
import { isGrouping, regionTable } from './region-table.ts'
import type { Region } from './region-table.ts'

export { findRegionChange, regionChanges } from './region-changes.ts'
export type { RegionChange } from './region-changes.ts'
export type { Region, RegionLevel } from './region-table.ts'
export { within } from './within.ts'

/** True for a code in use on 30 June 2023 and for one given up since 2019. */
export function isRegionCode(code: number): boolean {
  return findRegion(code) !== undefined || findRegionChange(code) !== undefined
}

/** The region with this six-digit code (a number, or its text) as of 30 June 2023. */
export function findRegion(code: number | string): Region | undefined {
  return regionTable().get(Number(code))
}

/** What it lies in, from the province down; empty for a province and for an unknown code. */
export function regionAncestors(code: number): readonly Region[] {
  const ancestors: Region[] = []
  let parent = findRegion(code)?.parent ?? null
  while (parent !== null) {
    const region = findRegion(parent)
    if (region === undefined) break
    ancestors.unshift(region)
    parent = region.parent
  }
  return ancestors
}

/** `湖北省 咸宁市 咸安区`; undefined for an unknown code. */
export function regionPath(code: number): string | undefined {
  const region = findRegion(code)
  if (region === undefined) return undefined
  return [...regionAncestors(code), region].map(({ name }) => name).join(' ')
}

/** The places one level down, in the order of codes; the provinces for 0. Headings such as 市辖区 are passed over. */
export function regionsUnder(code: number): readonly Region[] {
  const nation = code === 0 || code === 100_000
  return [...regionTable().values()].filter(
    (region) => !isGrouping(region) && (nation ? region.level === 'province' : region.parent === code),
  )
}
