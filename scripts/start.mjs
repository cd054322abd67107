/** `npm start`: prepares everything, builds the web if need be, serves, and prints one address. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { environment, pinnedNode, prepare, root } from './prepare.mjs'
import { buildWeb } from './web-build.mjs'

await prepare('.')
await buildWeb()
const server = spawn(pinnedNode(), [join(root, 'apps/server/src/main.ts'), ...process.argv.slice(2)], {
  env: environment(),
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal))
server.on('exit', (code) => process.exit(code ?? 0))
