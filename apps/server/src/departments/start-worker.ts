import type { PgBoss } from 'pg-boss'
import { deliveryQueue } from '../database/queues/queues.ts'
import { makeCourier } from './courier.ts'
import type { Delivering } from './deliver.ts'
import { escalateClocks } from './escalate-clocks.ts'
import { remindOfClocks } from './remind-of-clocks.ts'

export interface WorkerOptions {
  readonly boss: PgBoss
  readonly delivering: Delivering
  /** Counties whose deliveries this process looks after. */
  readonly regions: readonly string[]
  /** Milliseconds between rounds, which find what is to be tried again and what a killed process left. */
  readonly roundMs?: number
  /** Told of what broke; the work goes on. */
  readonly onError: (error: unknown) => void
}

/** Days before the end of a legal clock on which its unit is told. */
const remindDays = 3

/** Milliseconds between looks at legal clocks: they run by days. */
const remindMs = 300_000

/**
 * Carries deliveries until `stop`. Jobs of pg-boss say that something new is due, one for each transaction; rounds find
 * the rest by its time. Nothing but the deliveries' own rows says what is to be sent.
 */
export async function startWorker(options: WorkerOptions): Promise<{ readonly stop: () => Promise<void> }> {
  const { boss, delivering, regions, roundMs = 2000, onError } = options
  const couriers = new Map(regions.map((region) => [region, makeCourier(delivering, { region, onError })]))
  await boss.work<{ readonly region: string }>(
    deliveryQueue,
    { batchSize: 100, pollingIntervalSeconds: 0.5, burstWhenBatchFull: true },
    async (jobs) => {
      const named = new Set(jobs.map(({ data }) => data.region))
      await Promise.all([...named].map((region) => couriers.get(region)?.run() ?? Promise.resolve()))
    },
  )
  const rounds = setInterval(() => couriers.forEach((courier) => void courier.run()), roundMs)
  let reminded = remind(delivering, { regions, onError })
  const reminders = setInterval(() => {
    reminded = reminded.then(() => remind(delivering, { regions, onError }))
  }, remindMs)
  return {
    stop: async () => {
      clearInterval(rounds)
      clearInterval(reminders)
      await boss.offWork(deliveryQueue)
      await Promise.all([reminded, ...[...couriers.values()].map((courier) => courier.stop())])
    },
  }
}

async function remind(
  { casework, now }: Delivering,
  { regions, onError }: Pick<WorkerOptions, 'regions' | 'onError'>,
): Promise<void> {
  for (const region of regions) {
    await remindOfClocks(casework, { region, now: now(), days: remindDays }).catch(onError)
    await escalateClocks(casework, { region, now: now() }).catch(onError)
  }
}
