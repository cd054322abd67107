import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { OfficeOrder } from './office-server.ts'
import type { DepartmentsOrder } from './departments-server.ts'

/** The flags with which `npm start` runs the service. */
const flags = createRequire(import.meta.url)('../../apps/server/node-flags.json') as readonly string[]

export interface RunningService {
  readonly port: number
  /** Most memory so far, bytes. */
  readonly mostMemory: () => number
  readonly stop: () => Promise<void>
}

/** The service in a process of its own, with the simulated departments in another. */
export async function startService(order: Omit<OfficeOrder, 'departments'>): Promise<RunningService> {
  const [departments, { addresses }] = await start<{ addresses: Readonly<Record<string, string>> }>(
    'departments-server.ts',
    { secrets: order.secrets } satisfies DepartmentsOrder,
    [],
  )
  const [service, { port }] = await start<{ port: number }>(
    'office-server.ts',
    { ...order, departments: addresses } satisfies OfficeOrder,
    flags,
  )
  departments.send({ port })
  let most = 0
  service.on('message', (message: { rss?: number }) => (most = Math.max(most, message.rss ?? 0)))
  return {
    port,
    mostMemory: () => most,
    async stop() {
      await end(service)
      await end(departments)
    },
  }
}

async function start<First>(
  file: string,
  order: object,
  execArgv: readonly string[],
): Promise<readonly [ChildProcess, First]> {
  const child = fork(join(import.meta.dirname, file), [], {
    execArgv: [...execArgv],
    // As `npm start` runs the service.
    env: { MALLOC_ARENA_MAX: '2', ...process.env },
  })
  // By message: a thousand cards are longer than an argument may be.
  child.send(order)
  const gone = once(child, 'exit').then(() => {
    throw new Error(`${file} ended before it began`)
  })
  gone.catch(() => undefined)
  const [first] = (await Promise.race([once(child, 'message'), gone])) as [First]
  return [child, first]
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const gone = once(child, 'exit')
  child.disconnect()
  await gone
}
