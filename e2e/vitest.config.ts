import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

process.env['TZ'] = 'Asia/Shanghai'

/** The product in a real browser, by actor: one server with the real packs and the built web, one browser. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  test: {
    // The pictures of the documents are taken only when asked for.
    include:
      process.env['JUNHENG_SCREENSHOTS'] === '1'
        ? ['screenshots/*.test.ts']
        : [
            'family/*.test.ts',
            'analyst/*.test.ts',
            'officer/*.test.ts',
            'registrar/*.test.ts',
            'village-worker/*.test.ts',
            'administrator/*.test.ts',
            'reviewer/*.test.ts',
            'resident/*.test.ts',
            'birth/*.test.ts',
          ],
    environment: 'node',
    env: { TZ: 'Asia/Shanghai' },
    globalSetup: ['./browser/global-setup.ts'],
    // Two processors: one page at a time keeps the timing of a slow phone honest.
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
