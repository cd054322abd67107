import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { prepareDemonstration } from '../../apps/server/src/demonstration/prepare-demonstration.ts'
import { startServer } from '../../apps/server/src/index.ts'
import { readOfficeSettings } from '../../apps/server/src/sign-in/office-settings.ts'

const folder = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

export interface RunningOffice {
  /** Without the last slash. */
  readonly address: string
  readonly close: () => Promise<void>
}

/** The whole service as `npm start` runs it: a database of its own, the demonstration, six simulated departments. */
export async function startOffice({ persons }: { readonly persons: number }): Promise<RunningOffice> {
  const home = await mkdtemp(join(tmpdir(), 'junheng-e2e-'))
  const host = '127.0.0.1'
  const settings = readOfficeSettings(
    {},
    {
      host,
      prepare: (database) => prepareDemonstration({ database, now: Temporal.Now.instant(), persons }),
    },
  )
  const told: string[] = []
  const server = await startServer({
    port: 0,
    host,
    packsDir: folder('packs'),
    webDir: folder('apps/web/dist'),
    log: (line) => {
      if ('message' in line) told.push(line.message)
    },
    office: { ...settings, database: { home } },
  })
  const address = server.address.replace(/\/$/u, '')
  const close = async () => {
    await server.close()
    await rm(home, { recursive: true, force: true })
  }
  try {
    await untilReady(address, told)
  } catch (error) {
    await close()
    throw error
  }
  return { address, close }
}

/** Asks until the demonstration is made. */
async function untilReady(address: string, told: readonly string[]): Promise<void> {
  for (;;) {
    const response = await fetch(`${address}/api/session`)
    const { ready } = (await response.json()) as { readonly ready: boolean }
    if (ready) return
    if (told.length > 0) throw new Error(told.join('\n'))
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}
