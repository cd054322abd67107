import { findRegion, type Region, regionPath, regionsUnder } from '@junheng/kernel/regions'

export interface RegionEntry {
  readonly code: number
  readonly name: string
  /** Names from the province down. */
  readonly path: string
  readonly hasChildren: boolean
}

/** Above the provinces. */
const nation = 0

/** Regions directly under one, in the order of their codes; undefined where there is no such region. */
export function findChildren(parent: number): readonly RegionEntry[] | undefined {
  if (parent !== nation && findRegion(parent) === undefined) return undefined
  return regionsUnder(parent).map(entryOf)
}

/** Regions whose name contains the last word and whose path contains all of them, higher levels first. */
export function searchRegions(text: string, limit: number): readonly RegionEntry[] {
  const words = text.trim().split(/\s+/u)
  const last = words.at(-1) ?? ''
  const found: RegionEntry[] = []
  let level: readonly Region[] = regionsUnder(nation)
  while (level.length > 0 && found.length < limit) {
    for (const region of level) {
      if (!region.name.includes(last)) continue
      const entry = entryOf(region)
      if (words.every((word) => entry.path.includes(word))) found.push(entry)
    }
    level = level.flatMap((region) => regionsUnder(region.code))
  }
  return found.slice(0, limit)
}

/** The one region with this code. */
export function findEntry(code: number): RegionEntry | undefined {
  const region = findRegion(code)
  return region === undefined ? undefined : entryOf(region)
}

function entryOf(region: Region): RegionEntry {
  return {
    code: region.code,
    name: region.name,
    path: regionPath(region.code) ?? region.name,
    hasChildren: regionsUnder(region.code).length > 0,
  }
}
