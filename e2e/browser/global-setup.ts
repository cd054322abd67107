import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { findBrowser } from './find-browser.ts'
import { startDemonstration } from './start-demonstration.ts'

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
  const server = await startDemonstration(persons)
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
