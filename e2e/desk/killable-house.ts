import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../../apps/server/src/main.ts', import.meta.url))

/** The product as `npm start` runs it, in a process of its own with data of its own, which can be killed and started again. */
export interface KillableHouse {
  /** The same before and after a kill. */
  readonly address: string
  /** Kills the process at once, as a power cut would; its database ends with it or a moment later. */
  readonly kill: () => Promise<void>
  /** Starts it on what is there, and waits until the office is open. */
  readonly start: () => Promise<void>
  readonly close: () => Promise<void>
}

export async function buildKillableHouse(persons: number): Promise<KillableHouse> {
  const home = await mkdtemp(join(tmpdir(), 'junheng-killed-'))
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  let child: ChildProcess | null = null
  const start = async (): Promise<void> => {
    child = spawn(process.execPath, [main], {
      env: {
        ...process.env,
        PORT: String(port),
        JUNHENG_DATA: home,
        JUNHENG_DEMO_PERSONS: String(persons),
        DATABASE_URL: '',
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    await untilReady(address)
  }
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    if (child === null || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
  }
  return {
    address,
    start,
    kill: () => end('SIGKILL'),
    close: async () => {
      await end('SIGTERM')
      await rm(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 })
    },
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

async function untilReady(address: string): Promise<void> {
  for (;;) {
    const ready = await fetch(`${address}/api/session`).then(
      async (response) => ((await response.json()) as { readonly ready: boolean }).ready,
      () => false,
    )
    if (ready) return
    await setTimeout(250)
  }
}
