import type { LifeTable } from './life-table.ts'

/**
 * Sx, the share surviving a calendar year by age reached at its end, from a complete table: S0 = L0/l0 for the born,
 * Sx = Lx/L(x−1), and for the open age SA = TA/T(A−1), which is applied to both ages A−1 and A. A ratio above 1, which
 * a falling death rate at age 0 can give by rounding, is cut to 1.
 */
export function survivalRatios({ lx, Lx, Tx }: Pick<LifeTable, 'lx' | 'Lx' | 'Tx'>): Float64Array {
  const open = Lx.length - 1
  return Lx.map((years, x) => {
    if (x === 0) return years / (lx[0] ?? 1)
    const ratio = x === open ? (Tx[x] ?? 0) / (Tx[x - 1] ?? 1) : years / (Lx[x - 1] ?? 1)
    return Math.min(1, ratio)
  })
}

/**
 * Separation factors kx: of the deaths in the year in which a cohort goes from age x to x+1, the share that falls before
 * the birthday, at age x: kx = (Lx − l(x+1))/(Lx − L(x+1)). 0.5 where no one dies.
 */
export function separationFactors({ lx, Lx }: Pick<LifeTable, 'lx' | 'Lx'>): Float64Array {
  return Lx.map((years, x) => {
    const deaths = years - (Lx[x + 1] ?? 0)
    return deaths > 0 && x + 1 < Lx.length ? (years - (lx[x + 1] ?? 0)) / deaths : 0.5
  })
}
