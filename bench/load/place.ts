import { toDayNumber, type Day } from '@junheng/kernel'
import { populationBatches, type Batch } from '@junheng/synth'

/** The county that is filled and measured. */
export const region = '421202'
export const seed = 1

/** Its synthetic people on a day, as columns: some 80 bytes a person. */
export function drawPeople(count: number, on: Day): Iterable<Batch> {
  return populationBatches({ region: Number(region), count, seed, on: toDayNumber(on) })
}
