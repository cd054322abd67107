import type { Column } from './column-data.ts'

/** 0 不符合 · 1 符合 · 2 资料不全 */
export function truthStatus({ values, nulls }: Column, index: number): 0 | 1 | 2 {
  if (nulls !== null && nulls[index] !== 0) return 2
  return values[index] === 0 ? 0 : 1
}

/** How many of a truth column's results are 不符合, 符合 and 资料不全. */
export function countStatuses({ values, nulls }: Column, length = values.length): readonly [number, number, number] {
  let yes = 0
  let missing = 0
  for (let i = 0; i < length; i++) {
    yes += values[i] ?? 0
    missing += nulls === null ? 0 : (nulls[i] ?? 0)
  }
  return [length - yes - missing, yes, missing]
}
