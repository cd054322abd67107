import { closeMortality } from './close-mortality.ts'
import type { LifeTable } from './life-table.ts'

/**
 * Death rates with another open age: extended by Kannisto's law fitted on the last closed ages (80 and over, or the last
 * fifteen where the table ends earlier) when the open age is lower than asked. A table that goes on is left whole: cut
 * its person-years with `cutLifeTable`, which keeps its life expectancy.
 */
export function extendMortality(mx: Float64Array, openAge: number): Float64Array {
  if (mx.length - 1 >= openAge) return mx
  const lastClosed = mx.length - 2
  return closeMortality(mx, { fitFrom: Math.max(0, Math.min(80, lastClosed - 14)), openAge })
}

/** The columns that survival needs, with everybody from `openAge` on in the open group. */
export function cutLifeTable(
  { lx, Lx, Tx }: Pick<LifeTable, 'lx' | 'Lx' | 'Tx'>,
  openAge: number,
): Pick<LifeTable, 'lx' | 'Lx' | 'Tx'> {
  const years = Lx.slice(0, openAge + 1)
  years[openAge] = Tx[openAge] ?? 0
  return { lx: lx.slice(0, openAge + 1), Lx: years, Tx: Tx.slice(0, openAge + 1) }
}
