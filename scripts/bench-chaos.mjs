/** `npm run bench:chaos -- 10000`: so many births against failing departments, while the service is killed again and again. */
import { join } from 'node:path'
import { environment, pinnedNode, prepare, root } from './prepare.mjs'
import { run } from './run.mjs'

await prepare('.')
const main = join(root, 'apps/server/src/departments/testing/chaos-main.ts')
await run(pinnedNode(), [main, ...process.argv.slice(2)], { env: environment() })
