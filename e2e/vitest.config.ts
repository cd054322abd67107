import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { FixedOrder } from '../scripts/fixed-order.ts'

process.env['TZ'] = 'Asia/Shanghai'

/** The product in a real browser, by actor: for each file a server and people of its own, one browser for all. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  test: {
    // The pictures of the documents are taken only when asked for.
    include: process.env['JUNHENG_SCREENSHOTS'] === '1' ? ['screenshots/*.test.ts'] : ['*/*.test.ts'],
    exclude: process.env['JUNHENG_SCREENSHOTS'] === '1' ? [] : ['screenshots/**'],
    environment: 'node',
    env: { TZ: 'Asia/Shanghai' },
    globalSetup: ['./browser/global-setup.ts'],
    sequence: { sequencer: FixedOrder },
    maxWorkers: 2,
    // Minutes, not seconds: a machine busy with other work fails no test, a hang is still found.
    testTimeout: 180_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 90_000 } },
  },
})
