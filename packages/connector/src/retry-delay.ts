/** Seconds; a delivery that failed this often goes to the desk of dead letters. */
export const retries = { first: 2, longest: 3600, tries: 12 } as const

/**
 * Seconds to wait after the `attempt`-th failure (from 1): doubled each time up to an hour, and then a random part of
 * it, so that a department that comes back is not met by everybody at once ("full jitter"). `random`: 0 ≤ r < 1.
 */
export function retryDelaySeconds(attempt: number, random: number): number {
  const ceiling = Math.min(retries.longest, retries.first * 2 ** (attempt - 1))
  return Math.max(1, Math.round(ceiling * (0.5 + random / 2)))
}
