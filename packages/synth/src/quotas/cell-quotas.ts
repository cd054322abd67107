import { ageCount, totalOf, type Structure } from '../ageing/structure.ts'

/** Cells of sex and single age: the men by age, then the women. */
export const cellCount = 2 * ageCount

/**
 * Shares `persons` out over the cells so that every run of neighbouring cells, and so every age group of a sex, is within
 * one person of its exact share. `offset` in [0.25, 0.75] says which way the parts fall; groups that are whole stay whole.
 */
export function cellQuotas(structure: Structure, persons: number, offset: number): Int32Array {
  const quotas = new Int32Array(cellCount)
  const scale = persons / totalOf(structure)
  let exact = 0
  let given = 0
  for (let cell = 0; cell < cellCount; cell++) {
    exact += (cell < ageCount ? structure.male[cell] : structure.female[cell - ageCount]) ?? 0
    const until = Math.min(persons, Math.floor(exact * scale + offset))
    quotas[cell] = until - given
    given = until
  }
  // The last cell of all takes what rounding left.
  quotas[cellCount - 1] = (quotas[cellCount - 1] ?? 0) + persons - given
  return quotas
}

/** Persons of a cell in the blocks before `block` of `blocks`; `phase` in [0, 1) spreads small cells over the blocks. */
export function beforeBlock(
  quota: number,
  { block, blocks, phase }: { readonly block: number; readonly blocks: number; readonly phase: number },
): number {
  return Math.floor((quota * block) / blocks + phase)
}

/** The golden ratio keeps the phases of neighbouring cells far apart. */
export function phaseOf(cell: number): number {
  const turn = cell * 0.618_033_988_749_895
  return turn - Math.floor(turn)
}
