/**
 * Births against departments that fail in every way while the service is killed every few seconds, on a database of its
 * own: `npm run bench:chaos -- 10000 [SEED [FROM-TO]]`, killed every 2 to 5 seconds unless told otherwise (a busy machine needs
 * that long to start). Prints how it goes and what was found; exit 1 where a claim does not hold.
 */
import { cpus, loadavg } from 'node:os'
import { Department } from '@junheng/connector'
import { chineseWorkdays } from '@junheng/kernel/workdays-cn'
import { birthProcedure } from '../../cases/testing/birth-procedure.ts'
import { grantPrograms } from '../../cases/programs.ts'
import { openPool } from '../../database/connect.ts'
import { startTemporary } from '../../database/embedded/start-embedded.ts'
import { migrate, readMigrations } from '../../database/migrate.ts'
import { prepareQueues } from '../../database/queues/prepare-queues.ts'
import { setRolePasswords } from '../../database/roles.ts'
import { grantPosts, region } from '../../register/testing/scene.ts'
import { openQueue, wakeBy } from '../delivery-queue.ts'
import { chaosFaults } from './chaos-faults.ts'
import { claimsOf, describeRun } from './describe-chaos.ts'
import { registerMothers } from './make-mothers.ts'
import { runChaos } from './run-chaos.ts'
import { seededRandom } from './seeded-random.ts'

const births = Number(process.argv[2] ?? 1000)
const seed = Number(process.argv[3] ?? Math.floor(Math.random() * 2 ** 32))
const [from = NaN, to = NaN] = (process.argv[4] ?? '2-5').split('-').map(Number)
if (!Number.isSafeInteger(births) || births < 1 || !Number.isSafeInteger(seed) || !(from > 0 && to >= from)) {
  throw new Error('usage: npm run bench:chaos -- BIRTHS [SEED [FROM-TO]]: whole numbers, and seconds between killings')
}
const killing = { every: 'seconds', from, to } as const
const say = (line: string) => process.stdout.write(`${line}\n`)

const server = await startTemporary()
/** Ended last to first, whatever happens: what stays open would keep this process from ending. */
const toEnd: (() => Promise<unknown>)[] = [() => server.stop()]
try {
  const { secrets, port } = server
  const address = { host: '127.0.0.1', port, database: 'postgres', user: 'postgres', password: secrets.superuser }
  const as = (user: string, password: string) => {
    const pool = openPool({ ...address, user, password }, { max: 6 })
    toEnd.push(() => pool.end())
    return pool
  }
  const owner = as('postgres', secrets.superuser)
  const [app, auditor] = [as('junheng_app', secrets.app), as('junheng_auditor', secrets.auditor)]
  const client = await owner.connect()
  await migrate(client, await readMigrations())
  await prepareQueues(client)
  await setRolePasswords(client, secrets)
  client.release()
  await grantPosts({ owner })
  await grantPrograms(owner, region)
  say(`${births} births, seed ${seed}: each way of failing at one call in five, killed every ${from} to ${to} s`)
  say(`${cpus().length} processors, load ${loadavg()[0]?.toFixed(1)} before`)
  const mothers = await registerMothers({ app, secrets }, births)
  const boss = openQueue(app, { onError: () => undefined })
  await boss.start()
  toEnd.push(() => boss.stop({ graceful: false }))
  const report = await runChaos({
    births,
    region,
    mothers,
    database: { address, owner, auditor, secrets },
    casework: {
      register: { pool: app },
      secrets,
      proceduresOf: () => [birthProcedure],
      calendar: chineseWorkdays,
      connected: new Set(Department.options),
      wake: wakeBy(boss),
    },
    faults: chaosFaults,
    killing,
    random: seededRandom(seed),
    longestMs: 4 * 3600_000,
    say,
  })
  say(describeRun(births, report))
  process.exitCode = claimsOf(births, report).every(({ holds }) => holds) ? 0 : 1
} finally {
  for (const end of toEnd.toReversed()) await end()
}
