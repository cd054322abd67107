import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { prepareDemonstration } from '../../apps/server/src/demonstration/prepare-demonstration.ts'
import { startServer } from '../../apps/server/src/index.ts'
import { readOfficeSettings } from '../../apps/server/src/sign-in/office-settings.ts'
import { findBrowser } from './find-browser.ts'

declare module 'vitest' {
  interface ProvidedContext {
    address: string
    browserEndpoint: string
  }
}

const folder = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/** Enough for every kind of household and post, and made in seconds. */
const persons = 3000

/** Starts the real server with a demonstration of its own on a free port, and one browser; all end with the run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!existsSync(folder('apps/web/dist/index.html'))) {
    throw new Error('The web is not built. Run "npm test", or "vite build" in apps/web.')
  }
  const logged: string[] = []
  const home = await mkdtemp(join(tmpdir(), 'junheng-e2e-'))
  const server = await startServer({
    port: 0,
    packsDir: folder('packs'),
    webDir: folder('apps/web/dist'),
    log: (line) => {
      logged.push(JSON.stringify(line))
      if ('message' in line) process.stderr.write(`${line.message}\n`)
    },
    office: {
      ...readOfficeSettings(
        {},
        {
          host: '127.0.0.1',
          prepare: (database) => prepareDemonstration({ database, now: Temporal.Now.instant(), persons }),
        },
      ),
      database: { home, url: '' },
    },
  })
  const { executable, env, origin } = await findBrowser()
  const browser = await chromium.launchServer({
    executablePath: executable,
    args: ['--no-sandbox', '--font-render-hinting=none'],
    env: { ...process.env, ...env },
  })
  process.stdout.write(`browser: ${origin}\n`)
  await untilReady(server.address)
  project.provide('address', server.address)
  project.provide('browserEndpoint', browser.wsEndpoint())
  return async () => {
    await browser.close()
    await server.close()
    await rm(home, { recursive: true, force: true })
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
