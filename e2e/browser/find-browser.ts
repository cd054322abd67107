import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'

const systemPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

export interface BrowserChoice {
  readonly executable: string
  readonly env: Readonly<Record<string, string>>
  /** Where it comes from, for the test's output. */
  readonly origin: string
}

/**
 * A Chromium to test with: the one named by CHROMIUM_PATH, one of the system's, the one inside
 * `@sparticuz/chromium` (Linux on x64), Playwright's own elsewhere.
 */
export async function findBrowser(): Promise<BrowserChoice> {
  const named = process.env['CHROMIUM_PATH']
  if (named !== undefined && named !== '') return { executable: named, env: {}, origin: 'CHROMIUM_PATH' }
  const system = systemPaths.find((path) => existsSync(path))
  if (system !== undefined) return { executable: system, env: {}, origin: 'system' }
  if (process.platform === 'linux' && process.arch === 'x64') {
    const { unpackChromium } = await import('./unpack-chromium.ts')
    return unpackChromium()
  }
  const own = chromium.executablePath()
  if (existsSync(own)) return { executable: own, env: {}, origin: "Playwright's own" }
  throw new Error(
    'No Chromium found. Install Chrome, or run "npx playwright-core install chromium-headless-shell" in e2e, or set CHROMIUM_PATH.',
  )
}
