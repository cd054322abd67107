import type { Contestant, Sums } from '../contestant.ts'
import { measure, type Measurement } from '../measure.ts'
import { generated } from './generated.ts'
import { handWritten } from './hand-written.ts'
import { peers } from './peers.ts'
import { householdObjects, makePopulation } from './population.ts'
import { referenceSums } from './reference.ts'

/** Measures the six-rule benefit over so many households, the peers on a part of them where `withPeers`. */
export async function measureSixRules(options: {
  readonly households: number
  readonly rounds: number
  readonly repeats: number
  readonly withPeers: boolean
}): Promise<readonly Measurement[]> {
  const { households, rounds, repeats } = options
  const population = makePopulation(households)
  const objects = householdObjects(population, households)
  const contestants = [
    ...handWritten(population, repeats),
    generated(population, repeats, 'whole'),
    generated(population, repeats, 'doubles'),
    generated(population, repeats, 'nullable'),
    ...(options.withPeers ? peers(objects) : []),
  ]
  for (const contestant of contestants)
    await checkSums(contestant, () => referenceSums(objects.slice(0, contestant.households)))
  return measure(contestants, rounds)
}

/** A contestant that computes something else is no contestant: the run fails. */
async function checkSums(contestant: Contestant, expected: () => Sums): Promise<void> {
  await contestant.run()
  const [got, want] = [contestant.sums(), JSON.stringify(expected())]
  if (got === null || JSON.stringify(got) === want) return
  throw new Error(`${contestant.name}: the sums are ${JSON.stringify(got)}, not ${want}`)
}
