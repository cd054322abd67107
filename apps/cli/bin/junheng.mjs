#!/usr/bin/env node
/** Starts the command under Node 26 or newer: this one, or the one pinned in the project. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

if (Number(process.versions.node.split('.')[0]) >= 26) {
  await import('../src/main.ts')
} else {
  const root = join(dirname(fileURLToPath(import.meta.url)), '../../..')
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  const pinned = [join(root, 'node_modules/node/bin', name), join(root, 'node_modules/.bin', name)].find(existsSync)
  if (pinned === undefined) {
    process.stderr.write('junheng 需要 Node 26：请先在项目里运行 npm ci。junheng needs Node 26: run npm ci first.\n')
    process.exit(2)
  }
  const { status, signal } = spawnSync(pinned, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
  })
  process.exit(signal === null ? (status ?? 1) : 1)
}
