import { availableParallelism } from 'node:os'
import { shareColumns, startColumnWorkers } from '@junheng/rules/workers'
import { median } from '../measure.ts'
import { columnData, compileSixRules } from './generated.ts'
import { makePopulation } from './population.ts'

export interface ThreadMeasurement {
  readonly workers: number
  readonly households: number
  /** Medians by the clock, milliseconds: threads save time, not work. */
  readonly clockMs: number
  readonly oneThreadMs: number
}

/** The six rules in worker threads against this thread alone, on the same shared columns. */
export async function measureThreads(households: number, rounds: number): Promise<ThreadMeasurement> {
  const data = shareColumns(columnData(makePopulation(households), 'whole'))
  const program = compileSixRules(data)
  const count = Math.min(availableParallelism(), 8)
  const workers = startColumnWorkers(count)
  const into = program.allocate(households)
  const shared = await workers.run(program.generated, data)
  const [together, alone]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    await workers.run(program.generated, data, shared)
    const middle = performance.now()
    program.run(data, { into })
    together.push(middle - start)
    alone.push(performance.now() - middle)
  }
  await workers.stop()
  for (const [name, { values }] of into) {
    const other = shared.get(name)?.values
    if (values.some((value, index) => value !== other?.[index]))
      throw new Error(`${name}: the threads computed something else`)
  }
  return { workers: count, households, clockMs: median(together), oneThreadMs: median(alone) }
}
