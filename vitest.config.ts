import { configDefaults, defineConfig } from 'vitest/config'

process.env['TZ'] = 'Asia/Shanghai'

export default defineConfig({
  test: {
    include: ['packages/**/*.test.ts', 'apps/**/*.test.ts', 'scripts/**/*.test.ts', 'bench/load/**/*.test.ts'],
    // Those need a database: apps/server/vitest.database.config.ts runs them.
    exclude: [...configDefaults.exclude, '**/*.db.test.ts'],
    environment: 'node',
    // vitest would leave one processor of two idle.
    maxWorkers: '100%',
    // Ten thousand inputs of a fuzz take a minute where other work goes on; a busy machine must not fail them.
    testTimeout: 240_000,
    hookTimeout: 120_000,
    env: { TZ: 'Asia/Shanghai' },
  },
})
