import { join } from 'node:path'
import { circuitPauses, Department } from '@junheng/connector'
import { fileMemory, startDepartments } from '@junheng/departments'
import { chineseWorkdays } from '@junheng/kernel/workdays-cn'
import type { PgBoss } from 'pg-boss'
import { openPool } from '../database/connect.ts'
import type { Database } from '../database/open-database.ts'
import { openQueue, wakeBy } from '../departments/delivery-queue.ts'
import { signingKey } from '../departments/department-keys.ts'
import { recallLost } from '../departments/recall-lost.ts'
import { startWorker } from '../departments/start-worker.ts'
import type { Connection, Connections } from '../departments/call-department.ts'
import type { CaseService } from './case-service.ts'
import type { Casework } from './casework.ts'
import { grantPrograms } from './programs.ts'

export interface CaseSettings {
  readonly proceduresOf: Casework['proceduresOf']
  /** Counties whose cases this service keeps. */
  readonly regions: readonly string[]
  /** Base addresses of the departments that have a system; the others work at the web desk. */
  readonly departments: Readonly<Partial<Record<Department, string>>>
  /** Start six simulated departments on this machine instead. */
  readonly simulate: boolean
}

/** Longest a department may take to reply, milliseconds. */
const timeoutMs = 10_000

/** Who plays that a department is down and back wants to see it go on within seconds, not minutes. */
const quickly = { pauses: { ...circuitPauses, first: 2, longest: 10 } }

/** Opens the work on cases over an open database: queue, worker, and in the demonstration the six departments. */
export async function openCases(
  database: Pick<Database, 'app' | 'addresses' | 'secrets'>,
  {
    settings,
    address,
    now = () => Temporal.Now.instant(),
    onError,
    memoryFolder = null,
  }: {
    readonly settings: CaseSettings
    /** Where the service itself answers. */
    readonly address: string
    readonly now?: () => Temporal.Instant
    readonly onError: (error: unknown) => void
    /** Where simulated departments remember what they did; null: they forget it when they stop. */
    readonly memoryFolder?: string | null
  },
): Promise<{ readonly service: CaseService; readonly boss: PgBoss; readonly close: () => Promise<void> }> {
  const { secrets } = database
  const { regions, proceduresOf } = settings
  await grantAll(database, regions)
  const simulation = settings.simulate
    ? await startDepartments({
        service: () => address.replace(/\/$/, ''),
        keyOf: (name) => signingKey(secrets, name),
        now: () => now().epochMilliseconds,
        ...(memoryFolder === null
          ? {}
          : { memoryOf: (name: Department) => fileMemory(join(memoryFolder, `simulated-${name}.jsonl`)) }),
      })
    : null
  const connections: Connections =
    simulation === null
      ? new Map(
          Department.options.flatMap((name): readonly (readonly [Department, Connection])[] => {
            const at = settings.departments[name]
            return at === undefined ? [] : [[name, { address: at, key: signingKey(secrets, name) }]]
          }),
        )
      : new Map(
          simulation.departments.map(({ name, address: at }) => [
            name,
            { address: at, key: signingKey(secrets, name) },
          ]),
        )
  // Connections of its own, and few: people at their desks and phones never wait behind what is carried to departments.
  const carrying = openPool(database.addresses.app, { max: 3 })
  const boss = openQueue(carrying, { onError })
  await boss.start()
  const casework: Casework = {
    register: { pool: database.app },
    secrets,
    proceduresOf,
    calendar: chineseWorkdays,
    connected: new Set(connections.keys()),
    wake: wakeBy(boss),
  }
  const worker = await startWorker({
    boss,
    delivering: {
      casework: { ...casework, register: { pool: carrying } },
      connections,
      now,
      random: Math.random,
      timeoutMs,
      ...(simulation === null ? {} : quickly),
    },
    regions,
    onError,
  })
  const closing = new AbortController()
  const recalled =
    simulation === null
      ? Promise.resolve()
      : recallLost(casework, {
          connections,
          regions,
          timeoutMs,
          now: () => Temporal.Now.instant(),
          signal: closing.signal,
        }).catch(onError)
  return {
    service: { casework, connections, regions, simulated: simulation === null ? null : connections, timeoutMs },
    boss,
    close: async () => {
      closing.abort()
      await recalled
      await worker.stop()
      await boss.stop({ graceful: true, timeout: 5000 })
      await simulation?.stop()
      await carrying.end()
    },
  }
}

/** As the owner: lets the program and the departments act in these counties. */
async function grantAll({ addresses }: Pick<Database, 'addresses'>, regions: readonly string[]): Promise<void> {
  const owner = openPool(addresses.owner, { max: 1 })
  try {
    for (const region of regions) await grantPrograms(owner, region)
  } finally {
    await owner.end()
  }
}
