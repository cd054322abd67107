import { defineConfig } from 'vitest/config'

process.env['TZ'] = 'Asia/Shanghai'

export default defineConfig({
  test: {
    include: ['conformance/**/*.test.ts'],
    environment: 'node',
    env: { TZ: 'Asia/Shanghai' },
    // Starting a database server on a slow machine takes its time.
    hookTimeout: 240_000,
    testTimeout: 240_000,
  },
})
