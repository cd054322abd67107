import type { Contestant } from './contestant.ts'

export interface Measurement {
  readonly name: string
  readonly kind: Contestant['kind']
  readonly households: number
  /** Median CPU time of one run, milliseconds, over all threads of the process. */
  readonly cpuMs: number
  readonly perCpuSecond: number
}

/**
 * Every contestant in turn, round after round, so that what else the machine does falls on all of them alike; the first
 * round only warms up. CPU time, because the machine may be shared.
 */
export async function measure(contestants: readonly Contestant[], rounds: number): Promise<readonly Measurement[]> {
  const times = contestants.map((): number[] => [])
  for (let round = 0; round <= rounds; round++) {
    for (const [index, contestant] of contestants.entries()) {
      const before = process.cpuUsage()
      for (let repeat = 0; repeat < contestant.repeats; repeat++) await contestant.run()
      const { user, system } = process.cpuUsage(before)
      if (round > 0) times[index]?.push((user + system) / 1000 / contestant.repeats)
    }
  }
  return contestants.map(({ name, kind, households }, index) => {
    const cpuMs = median(times[index] ?? [])
    return { name, kind, households, cpuMs, perCpuSecond: (households / cpuMs) * 1000 }
  })
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
