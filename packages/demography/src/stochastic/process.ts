/**
 * One uncertain quantity over time: x(t) = persistence·x(t−1) + shock·z(t), with z = √common·Z + √(1−common)·z', Z the
 * same for all regions, z' the region's own. x is added to the central assumption.
 */
export interface Process {
  /** AR(1) coefficient in [0, 1]; 1 is a random walk. */
  readonly persistence: number
  /** Standard deviation of a year's shock, in the quantity's unit. */
  readonly shock: number
  /** Standard deviation already there before the first year: what is not known of the present. */
  readonly initial: number
  /** Correlation of shocks between regions, in [0, 1]. */
  readonly common: number
  /** |x| never exceeds this. */
  readonly limit: number
}

/** The four processes. Units: children per woman; years of life expectancy; male per female birth; migration scale. */
export interface Uncertainty {
  readonly tfr: Process
  readonly e0: Process
  readonly srb: Process
  readonly migration: Process
}

/** The order of the processes in draws and in memory. */
export const processOrder = ['tfr', 'e0', 'srb', 'migration'] as const

/** No uncertainty: every trajectory is the central projection. */
export const certain: Uncertainty = {
  tfr: { persistence: 0, shock: 0, initial: 0, common: 0, limit: 0 },
  e0: { persistence: 0, shock: 0, initial: 0, common: 0, limit: 0 },
  srb: { persistence: 0, shock: 0, initial: 0, common: 0, limit: 0 },
  migration: { persistence: 0, shock: 0, initial: 0, common: 0, limit: 0 },
}
