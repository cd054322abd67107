import { readPackFiles } from '@junheng/cli/pack-files'
import { readSituation, type Place, type Situation } from '@junheng/entitlements'
import { getDay, toDayNumber } from '@junheng/kernel'
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

/** A place and the households of its worked examples. */
export interface PlaceWithExamples {
  readonly place: Place
  readonly examples: readonly { readonly situation: Situation; readonly on: number }[]
}

/** Every place that resolves. */
export async function readPlaces(): Promise<readonly PlaceWithExamples[]> {
  const { packs } = loadPacks(await readPackFiles())
  return [...packs.values()].flatMap((pack) => {
    const { place } = resolvePlace(packs, pack.id)
    if (place === null) return []
    const examples = pack.examples.flatMap(({ data }) => {
      const read = readSituation(place, data.situation)
      return read.ok ? [{ situation: read.situation, on: getDayNumber(data.on) }] : []
    })
    return [{ place, examples }]
  })
}

function getDayNumber(day: string): number {
  return toDayNumber(getDay(day))
}
