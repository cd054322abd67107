import { defineConfig } from 'vitest/config'

process.env['TZ'] = 'Asia/Shanghai'

/** Tests that need PostgreSQL: an embedded server for the run, or the one of DATABASE_URL (its owner's login). */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['src/**/*.db.test.ts', '../../bench/load/**/*.db.test.ts'],
    globalSetup: ['src/database/testing/start-server.ts'],
    environment: 'node',
    env: { TZ: 'Asia/Shanghai' },
    maxWorkers: 2,
    // A server that starts and fills beside other work takes its time; a hang is still found.
    hookTimeout: 240_000,
    testTimeout: 240_000,
  },
})
