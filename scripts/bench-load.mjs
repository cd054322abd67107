/** `npm run bench:load`: the register with a million people under two hundred sessions; `-- 100000` for fewer. */
import { join } from 'node:path'
import { environment, pinnedNode, prepare, root } from './prepare.mjs'
import { run } from './run.mjs'

await prepare('.')
await run(pinnedNode(), [join(root, 'bench/load/main.ts'), ...process.argv.slice(2)], { env: environment() })
