import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

process.env['TZ'] = 'Asia/Shanghai'

/** The product in a real browser, by actor: one server with the real packs and the built web, one browser. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  test: {
    // The pictures of the documents are taken only when asked for.
    include: process.env['JUNHENG_SCREENSHOTS'] === '1' ? ['screenshots/*.test.ts'] : ['*/*.test.ts'],
    exclude: process.env['JUNHENG_SCREENSHOTS'] === '1' ? [] : ['screenshots/**'],
    environment: 'node',
    env: { TZ: 'Asia/Shanghai' },
    globalSetup: ['./browser/global-setup.ts'],
    // Two processors: one page at a time keeps the timing of a slow phone honest.
    fileParallelism: false,
    // Minutes, not seconds: a machine busy with other work fails no test, a hang is still found.
    testTimeout: 180_000,
    hookTimeout: 240_000,
  },
})
