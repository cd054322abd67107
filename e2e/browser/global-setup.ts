import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { startServer } from '../../apps/server/src/index.ts'
import { findBrowser } from './find-browser.ts'

declare module 'vitest' {
  interface ProvidedContext {
    address: string
    browserEndpoint: string
  }
}

const folder = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/** Starts the real server on a free port and one browser; both end with the run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!existsSync(folder('apps/web/dist/index.html'))) {
    throw new Error('The web is not built. Run "npm test", or "vite build" in apps/web.')
  }
  const logged: string[] = []
  const server = await startServer({
    port: 0,
    packsDir: folder('packs'),
    webDir: folder('apps/web/dist'),
    log: (line) => logged.push(JSON.stringify(line)),
  })
  const { executable, env, origin } = await findBrowser()
  const browser = await chromium.launchServer({
    executablePath: executable,
    args: ['--no-sandbox', '--font-render-hinting=none'],
    env: { ...process.env, ...env },
  })
  process.stdout.write(`browser: ${origin}\n`)
  project.provide('address', server.address)
  project.provide('browserEndpoint', browser.wsEndpoint())
  return async () => {
    await browser.close()
    await server.close()
  }
}
