import { useEffect, useState } from 'react'

export interface RegionTable {
  readonly pathOf: (code: number) => string | undefined
  /** One level down; the provinces for 0. */
  readonly under: (code: number) => readonly { readonly code: number; readonly name: string }[]
  /** From the province down to the region itself. */
  readonly lineOf: (code: number) => readonly number[]
}

let loading: Promise<RegionTable> | undefined

/**
 * The table of regions, loaded once when first needed. It comes as a file like any other and is searched on this
 * device: asking the server for one county after another would tell it where the family lives.
 */
function loadRegionTable(): Promise<RegionTable> {
  loading ??= import('@junheng/kernel/regions').then(({ findRegion, regionAncestors, regionPath, regionsUnder }) => ({
    pathOf: regionPath,
    under: regionsUnder,
    lineOf: (code) =>
      findRegion(code) === undefined ? [] : [...regionAncestors(code).map((region) => region.code), code],
  }))
  return loading
}

/** The table, or null while it is on its way. */
export function useRegionTable(): RegionTable | null {
  const [table, setTable] = useState<RegionTable | null>(null)
  useEffect(() => {
    let wanted = true
    void loadRegionTable()
      .then((loaded) => wanted && setTable(loaded))
      .catch(() => {
        loading = undefined
      })
    return () => {
      wanted = false
    }
  }, [])
  return table
}
