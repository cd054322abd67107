import { defineConfig } from 'vitest/config'

process.env['TZ'] = 'Asia/Shanghai'

export default defineConfig({
  test: {
    include: ['packages/**/*.test.ts', 'apps/**/*.test.ts', 'scripts/**/*.test.ts'],
    environment: 'node',
    env: { TZ: 'Asia/Shanghai' },
  },
})
