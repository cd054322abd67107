/**
 * The database tests on a Citus cluster: `npm run test:citus -- postgresql://OWNER@HOST:PORT/postgres HOST:PORT,HOST:PORT [FILE…]`,
 * the coordinator as its owner, then the workers (docs/scale.md). Without files: all whose subject is not a server of their own.
 */
import { environment, prepare, root } from './prepare.mjs'
import { run } from './run.mjs'

/** What they test is the embedded server, its folder, or a whole process on a database of its own. */
const ownServer = ['embedded', 'operations', 'start-server', 'demonstration', 'nothing-personal', 'chaos']

const [coordinator, workers, ...files] = process.argv.slice(2)
if (coordinator === undefined || workers === undefined) {
  process.stderr.write('npm run test:citus -- postgresql://OWNER@HOST:PORT/postgres WORKER:PORT,WORKER:PORT [FILE…]\n')
  process.exit(2)
}
await prepare('.')
const left = files.length > 0 ? [] : ownServer.flatMap((name) => ['--exclude', `**/*${name}*.db.test.ts`])
await run('vitest', ['run', '--config', 'apps/server/vitest.database.config.ts', ...files, ...left], {
  cwd: root,
  env: { ...environment(), DATABASE_URL: coordinator, JUNHENG_CITUS_WORKERS: workers },
})
