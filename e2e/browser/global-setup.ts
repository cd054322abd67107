import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { findBrowser } from './find-browser.ts'
import { startHousekeeper } from './housekeeper.ts'
import { layStreet } from './street.ts'

declare module 'vitest' {
  interface ProvidedContext {
    housekeeper: string
    browserEndpoint: string
  }
}

/** Draws the demonstration from which every test file gets a house of its own, and starts one browser for all. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!existsSync(fileURLToPath(new URL('../../apps/web/dist/index.html', import.meta.url)))) {
    throw new Error('The web is not built. Run "npm test", or "vite build" in apps/web.')
  }
  const street = await layStreet((line) => {
    if ('message' in line) process.stderr.write(`${line.message}\n`)
  })
  const housekeeper = await startHousekeeper(street)
  const { executable, env, origin } = await findBrowser()
  const browser = await chromium.launchServer({
    executablePath: executable,
    args: ['--no-sandbox', '--font-render-hinting=none'],
    env: { ...process.env, ...env },
  })
  process.stdout.write(`browser: ${origin}\n`)
  project.provide('housekeeper', housekeeper.address)
  project.provide('browserEndpoint', browser.wsEndpoint())
  return async () => {
    await browser.close()
    await housekeeper.close()
    await street.close()
  }
}
