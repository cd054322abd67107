import { configDefaults, defineConfig } from 'vitest/config'

process.env['TZ'] = 'Asia/Shanghai'

export default defineConfig({
  test: {
    include: ['packages/**/*.test.ts', 'apps/**/*.test.ts', 'scripts/**/*.test.ts'],
    // Those need a database: apps/server/vitest.database.config.ts runs them.
    exclude: [...configDefaults.exclude, '**/*.db.test.ts'],
    environment: 'node',
    // Some tests start the command as a process; a busy machine must not fail them.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    env: { TZ: 'Asia/Shanghai' },
  },
})
