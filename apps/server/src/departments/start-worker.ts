import type { PgBoss } from 'pg-boss'
import { deliveryQueue } from '../database/queues/queues.ts'
import { deliver, type Delivering } from './deliver.ts'
import { remindOfClocks, wakeOverdue } from './rounds.ts'

export interface WorkerOptions {
  readonly boss: PgBoss
  readonly delivering: Delivering
  /** Counties whose deliveries this process looks after. */
  readonly regions: readonly string[]
  /** Milliseconds between rounds. */
  readonly roundMs?: number
  /** Seconds after which a delivery that is due, and that nobody came for, is taken up again. */
  readonly graceSeconds?: number
  /** Workers of this process; each has up to five deliveries under way. */
  readonly workers?: number
  /** Told of what broke; the work goes on. */
  readonly onError: (error: unknown) => void
}

/** Days before the end of a legal clock on which its unit is told. */
const remindDays = 3

/** Legal clocks run by days: no need to look at them with every round. */
const roundsBetweenReminders = 60

/** Takes jobs and makes rounds until `stop`. */
export async function startWorker(options: WorkerOptions): Promise<{ readonly stop: () => Promise<void> }> {
  const { boss, delivering, regions, roundMs = 5000, graceSeconds = 15, workers = 4, onError } = options
  await boss.work<{ readonly region: string; readonly delivery: string }>(
    deliveryQueue,
    { batchSize: 5, localConcurrency: workers, pollingIntervalSeconds: 0.5, burstWhenBatchFull: true },
    async (jobs) => {
      const settled = await Promise.allSettled(jobs.map(({ data }) => deliver(delivering, data)))
      // What broke stays due: the next round wakes somebody for it. Failing the whole batch would send others again.
      for (const one of settled) if (one.status === 'rejected') onError(one.reason)
    },
  )
  let [underWay, rounds]: [Promise<void>, number] = [Promise.resolve(), 0]
  const timer = setInterval(() => {
    const remind = rounds++ % roundsBetweenReminders === 0
    underWay = underWay.then(() => makeRound(delivering, { regions, graceSeconds, remind })).catch(onError)
  }, roundMs)
  return {
    stop: async () => {
      clearInterval(timer)
      await underWay
      await boss.offWork(deliveryQueue)
    },
  }
}

async function makeRound(
  { casework, now }: Delivering,
  {
    regions,
    graceSeconds,
    remind,
  }: { readonly regions: readonly string[]; readonly graceSeconds: number; readonly remind: boolean },
): Promise<void> {
  for (const region of regions) {
    await wakeOverdue(casework, { region, now: now(), graceSeconds })
    if (remind) await remindOfClocks(casework, { region, now: now(), days: remindDays })
  }
}
