import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { startDepartments, type Faults } from '@junheng/departments'
import { signingKey } from '../department-keys.ts'
import { actAsDataOfficer } from './act-as-data-officer.ts'
import { actAsFamilies } from './act-as-families.ts'
import type { ChaosOptions, ChaosState } from './chaos-options.ts'
import type { ChaosOrder } from './chaos-server.ts'
import { checkChaos, type ChaosFindings } from './check-chaos.ts'
import { keepKilling } from './keep-killing.ts'
import { sendBirths } from './send-births.ts'
import { waitForEnd } from './wait-for-end.ts'

export interface ChaosReport {
  readonly findings: ChaosFindings
  readonly kills: number
  /** Deliveries that were given up and sent again by the data officer. */
  readonly dead: number
  /** Milliseconds from a start of the service until it listened, the middle one of all. */
  readonly startMs: number
  /** From the first notice to the last answer. */
  readonly seconds: number
}

/** Sends births to a service that is killed again and again, with departments that misbehave, until every case has ended. */
export async function runChaos(options: ChaosOptions): Promise<ChaosReport> {
  const { region, database, longestMs, faults, random } = options
  const started = Date.now()
  const port = await freePort()
  const service = `http://127.0.0.1:${port}`
  const keyOf = (name: Parameters<typeof signingKey>[1]) => signingKey(database.secrets, name)
  const departments = await startDepartments({ service: () => service, keyOf, random })
  const order: ChaosOrder = {
    address: database.address,
    secrets: database.secrets,
    region,
    port,
    departments: departments.departments.map(({ name, address }) => [name, address]),
  }
  for (const { department } of departments.departments) department.faults = faults
  const end = new AbortController()
  const state: ChaosState = { over: end.signal, kills: 0, dead: 0, starts: [] }
  // Whoever gives up ends it for all, and is who is complained of.
  const working = [
    keepKilling(order, { options, state }),
    takeTurnsDown(departments.departments, { faults, state }),
    sendBirths(options, { service, state }),
    actAsFamilies(options, state),
    actAsDataOfficer(options, state),
  ].map((work) =>
    work.catch((error: unknown) => {
      end.abort(error)
      throw error
    }),
  )
  try {
    await waitForEnd(options, state, started + longestMs)
    const seconds = (Date.now() - started) / 1000
    end.abort()
    await Promise.all(working)
    const findings = await checkChaos({ ...options, departments: departments.departments })
    const starts = state.starts.toSorted((a, b) => a - b)
    const { kills, dead } = state
    return { findings, kills, dead, startMs: Math.round(starts[starts.length >> 1] ?? 0), seconds }
  } finally {
    end.abort()
    await Promise.allSettled(working)
    await departments.stop()
  }
}

/** One department after another takes no calls for a while. */
async function takeTurnsDown(
  departments: readonly { readonly department: { faults: Faults } }[],
  { faults, state }: { readonly faults: Faults; readonly state: ChaosState },
): Promise<void> {
  for (let turn = 0; !state.over.aborted; turn++) {
    const one = departments[turn % departments.length]
    if (one === undefined) return
    one.department.faults = { ...faults, down: true }
    await pause(800)
    one.department.faults = faults
    await pause(1600)
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
