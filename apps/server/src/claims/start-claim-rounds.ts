import { createHash } from 'node:crypto'
import type { PgBoss } from 'pg-boss'
import { chineseDay } from '../cases/casework.ts'
import { programAccess } from '../cases/programs.ts'
import { recomputeQueue } from '../database/queues/queues.ts'
import type { Transaction } from '../database/statements.ts'
import type { ClaimService } from './claim-service.ts'
import { followRegister } from './follow-register.ts'
import { offerClaims } from './offer-claims.ts'
import { recomputeClaims } from './recompute-claims.ts'

export interface RoundsOptions {
  readonly boss: PgBoss
  readonly regions: readonly string[]
  readonly now: () => Temporal.Instant
  readonly onError: (error: unknown) => void
  /** Milliseconds between rounds. */
  readonly roundMs?: number
}

interface RecomputeJob {
  readonly region: string
  /** Null: all of the county that the day may have changed. */
  readonly claims: readonly string[] | null
}

/**
 * What the program does about claims by itself, until `stop`: offers what confirmed births make due, asks the rules anew
 * about claims around whom something was recorded, and once a day about those that the day may have changed.
 */
export async function startClaimRounds(
  service: ClaimService,
  { boss, regions, now: clock, onError, roundMs = 5000 }: RoundsOptions,
): Promise<{ readonly stop: () => Promise<void> }> {
  await boss.work<RecomputeJob>(recomputeQueue, { batchSize: 1, pollingIntervalSeconds: 1 }, async (jobs) => {
    for (const { data } of jobs) {
      const access = programAccess(data.region, {})
      const { broken } = await recomputeClaims(service, { access, claims: data.claims, now: clock() })
      broken.forEach(onError)
    }
  })
  let underWay: Promise<unknown> | null = null
  const asked = new Map<string, string>()
  const round = async (): Promise<void> => {
    for (const region of regions) {
      const now = clock()
      const { refused } = await offerClaims(service, { region, now })
      if (refused.length > 0) onError(new Error(`not offered: ${refused.join(', ')}`))
      await followRegister(service, { region, now, wake: wakeRecompute(boss, region) })
      const today = chineseDay(now)
      if (asked.get(region) !== today) {
        await boss.insert(recomputeQueue, [dailyJob(region, today)])
        asked.set(region, today)
      }
    }
  }
  const timer = setInterval(() => {
    // A round that takes longer than the pause is not joined by a second one.
    underWay ??= round()
      .catch(onError)
      .finally(() => (underWay = null))
  }, roundMs)
  return {
    stop: async () => {
      clearInterval(timer)
      await underWay
      await boss.offWork(recomputeQueue)
    },
  }
}

/** One job for each county and day, however many processes ask for it: the same id is the same job. */
export function dailyJob(region: string, day: string): { readonly id: string; readonly data: RecomputeJob } {
  return { id: idOf(`${region} ${day}`), data: { region, claims: null } }
}

/** Puts the job in inside the caller's transaction: it is there exactly when the mark has moved. */
export function wakeRecompute(boss: PgBoss, region: string) {
  return async (tx: Transaction, claims: readonly string[], mark: string): Promise<void> => {
    await boss.insert(recomputeQueue, [{ id: idOf(`${region} ${mark}`), data: { region, claims } }], {
      db: {
        executeSql: async (sql, values) => {
          tx.post(sql, values)
          return { rows: [] }
        },
      },
    })
  }
}

/** A UUID (version 8) that is the same for the same name. */
function idOf(name: string): string {
  const hex = createHash('sha256').update(`junheng recompute ${name}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
