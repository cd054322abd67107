import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { inlineFirstStyles } from './build/inline-first-styles.ts'
import { scriptBudget } from './build/script-budget.ts'
import { serviceWorker } from './build/service-worker.ts'

export default defineConfig({
  plugins: [react(), inlineFirstStyles(), serviceWorker(), scriptBudget({ limitBytes: 150_000 })],
  build: { target: 'es2022', assetsInlineLimit: 0, cssCodeSplit: true, modulePreload: { polyfill: false } },
  server: { proxy: { '/api': 'http://127.0.0.1:4190' } },
})
