import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { prepareDemonstration } from '../../apps/server/src/demonstration/prepare-demonstration.ts'
import { startServer } from '../../apps/server/src/index.ts'
import { readOfficeSettings } from '../../apps/server/src/sign-in/office-settings.ts'

const folder = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/**
 * The real server with a demonstration of its own on a free port, once the office is ready; closing it leaves nothing.
 * Who lives there depends on the number of persons and on the day of `now`.
 */
export async function startDemonstration(persons: number, now = Temporal.Now.instant()) {
  const home = await mkdtemp(join(tmpdir(), 'junheng-e2e-'))
  const server = await startServer({
    port: 0,
    packsDir: folder('packs'),
    webDir: folder('apps/web/dist'),
    log: (line) => {
      if ('message' in line) process.stderr.write(`${line.message}\n`)
    },
    office: {
      ...readOfficeSettings(
        {},
        {
          host: '127.0.0.1',
          prepare: (database) => prepareDemonstration({ database, now, persons }),
        },
      ),
      database: { home, url: '' },
    },
  })
  await untilReady(server.address)
  return {
    address: server.address,
    async close() {
      await server.close()
      await rm(home, { recursive: true, force: true })
    },
  }
}

/** The families' timings are not to be measured beside an import. */
async function untilReady(address: string): Promise<void> {
  for (;;) {
    const { ready } = (await (await fetch(`${address}api/session`)).json()) as { readonly ready: boolean }
    if (ready) return
    await setTimeout(250)
  }
}
