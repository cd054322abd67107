/** `npm run bench`: installs the peers when needed, measures, prints the table; `-- --json FILE` writes it. */
import { join } from 'node:path'
import { environment, pinnedNode, prepare, root } from './prepare.mjs'
import { run } from './run.mjs'

await prepare('.')
await prepare('bench')
await run(pinnedNode(), [join(root, 'bench/main.ts'), ...process.argv.slice(2)], { env: environment() })
