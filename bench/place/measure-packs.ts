import { readPackFiles } from '@junheng/cli/pack-files'
import type { Place } from '@junheng/entitlements'
import { chineseWorkdays } from '@junheng/kernel/workdays-cn'
import { checkPacks, loadPacks, resolvePlace } from '@junheng/packs'
import { median } from '../measure.ts'

export interface PacksMeasurement {
  readonly packs: number
  readonly benefits: number
  readonly examples: number
  /** The first time in a new process, milliseconds by the clock. */
  readonly firstMs: number
  /** Median of the following times. */
  readonly againMs: number
}

/** Reads, loads and checks every pack, worked examples included. */
export async function measurePacks(): Promise<PacksMeasurement> {
  const times: number[] = []
  let counts = { packs: 0, benefits: 0, examples: 0 }
  for (let round = 0; round < 6; round++) {
    const before = performance.now()
    const report = checkPacks(await readPackFiles(), chineseWorkdays)
    times.push(performance.now() - before)
    counts = report.counts
  }
  const [firstMs = Number.NaN, ...again] = times
  const { packs, benefits, examples } = counts
  return { packs, benefits, examples, firstMs, againMs: median(again) }
}

/** Every place that resolves. */
export async function readPlaces(): Promise<readonly Place[]> {
  const { packs } = loadPacks(await readPackFiles())
  return [...packs.keys()].flatMap((id) => resolvePlace(packs, id).place ?? [])
}
