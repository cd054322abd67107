/** `npm start`: prepares everything, builds the web if need be, serves, and prints one address. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { environment, pinnedNode, prepare, root } from './prepare.mjs'
import { buildWeb } from './web-build.mjs'

await prepare('.')
await buildWeb()
// Small young generations: the service makes much that is short-lived, and V8 would keep room for it that it never needs.
const flags = JSON.parse(readFileSync(join(root, 'apps/server/node-flags.json'), 'utf8'))
const server = spawn(pinnedNode(), [...flags, join(root, 'apps/server/src/main.ts'), ...process.argv.slice(2)], {
  // Threads that compress would each keep memory of their own.
  env: { MALLOC_ARENA_MAX: '2', ...environment() },
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal))
server.on('exit', (code) => process.exit(code ?? 0))
