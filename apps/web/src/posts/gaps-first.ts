import type { TownshipRow } from './calls.ts'

/** Townships and their villages, those without anyone first, otherwise by code. */
export function gapsFirst(townships: readonly TownshipRow[]): readonly TownshipRow[] {
  const weight = ({ gap, villages }: TownshipRow): number =>
    (gap > 0 ? 1_000 : 0) + villages.filter((village) => village.gap).length
  return townships
    .map((township) => ({
      ...township,
      villages: township.villages.toSorted((a, b) => Number(b.gap) - Number(a.gap) || (a.code < b.code ? -1 : 1)),
    }))
    .toSorted((a, b) => weight(b) - weight(a) || (a.code < b.code ? -1 : 1))
}
