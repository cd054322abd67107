/**
 * The service as a process of its own, to be killed: argument 1 is its order, as JSON. Says `ready` when it listens, and
 * ends when whoever started it is gone: nobody is left behind by a test that was killed itself.
 */
import { once } from 'node:events'
import { createServer } from 'node:http'
import { flushCompileCache } from 'node:module'
import { getRequestListener } from '@hono/node-server'
import { circuitPauses, Department } from '@junheng/connector'
import { chineseWorkdays } from '@junheng/kernel/workdays-cn'
import { openPool, type Address } from '../../database/connect.ts'
import type { Secrets } from '../../database/secrets.ts'
import { birthProcedure } from '../../cases/testing/birth-procedure.ts'
import { openQueue, wakeBy } from '../delivery-queue.ts'
import { signingKey } from '../department-keys.ts'
import { startWorker } from '../start-worker.ts'
import { departmentsApp } from './departments-app.ts'

export interface ChaosOrder {
  readonly address: Address
  readonly secrets: Secrets
  readonly region: string
  readonly port: number
  readonly departments: readonly (readonly [name: string, address: string])[]
}

process.stdin.on('end', () => process.exit()).resume()
const order = JSON.parse(process.argv[2] ?? '') as ChaosOrder
const { address, secrets, region } = order
const complain = (error: unknown) => process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
const pool = openPool({ ...address, user: 'junheng_app', password: secrets.app }, { max: 12 })
const boss = openQueue(pool, { onError: complain })
await boss.start()
const casework = {
  register: { pool },
  secrets,
  proceduresOf: () => [birthProcedure],
  calendar: chineseWorkdays,
  connected: new Set(Department.options),
  wake: wakeBy(boss),
}
const connections = new Map(
  order.departments.map(([name, at]) => {
    const department = Department.parse(name)
    return [department, { address: at, key: signingKey(secrets, department) }] as const
  }),
)
const app = departmentsApp(casework, { secrets }, { connections })
app.onError((error, c) => {
  complain(error)
  return c.body(null, 500)
})
await startWorker({
  boss,
  delivering: {
    casework,
    connections,
    now: () => Temporal.Now.instant(),
    random: Math.random,
    timeoutMs: 2000,
    // Time runs faster here: a test does not wait minutes for a department that failed five probes in a row.
    pauses: { threshold: circuitPauses.threshold, first: 0.5, longest: 2 },
    delaySeconds: (attempt, random) => Math.min(attempt, 3) * (0.5 + random / 2),
  },
  regions: [region],
  roundMs: 500,
  onError: complain,
})
const listener = getRequestListener(app.fetch)
const server = createServer((request, response) => void listener(request, response)).listen(order.port, '127.0.0.1')
await once(server, 'listening')
process.stdout.write('ready\n')
// Killed, it never comes to write down what it compiled; the next start is quicker if it does now.
flushCompileCache()
