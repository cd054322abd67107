/**
 * Births against departments that fail in every way while the service is killed every few seconds, on a database of its
 * own: `npm run bench:chaos -- 10000`. Prints what was found; exit 1 where anything is not as it should be.
 */
import { Department } from '@junheng/connector'
import { sound } from '@junheng/departments'
import { chineseWorkdays } from '@junheng/kernel/workdays-cn'
import { birthProcedure } from '../../cases/testing/birth-procedure.ts'
import { grantPrograms } from '../../cases/programs.ts'
import { openPool } from '../../database/connect.ts'
import { startTemporary } from '../../database/embedded/start-embedded.ts'
import { migrate, readMigrations } from '../../database/migrate.ts'
import { prepareQueues } from '../../database/queues/prepare-queues.ts'
import { setRolePasswords } from '../../database/roles.ts'
import { grantPosts, region, send } from '../../register/testing/scene.ts'
import { openQueue, wakeBy } from '../delivery-queue.ts'
import { makeMothers } from './make-mothers.ts'
import { runChaos } from './run-chaos.ts'

const births = Number(process.argv[2] ?? 1000)
const share = 0.2
const server = await startTemporary()
try {
  const { secrets, port } = server
  const address = { host: '127.0.0.1', port, database: 'postgres', user: 'postgres', password: secrets.superuser }
  const as = (user: string, password: string) => openPool({ ...address, user, password }, { max: 6 })
  const [owner, app, auditor] = [
    openPool(address, { max: 6 }),
    as('junheng_app', secrets.app),
    as('junheng_auditor', secrets.auditor),
  ]
  const client = await owner.connect()
  await migrate(client, await readMigrations())
  await prepareQueues(client)
  await setRolePasswords(client, secrets)
  client.release()
  await grantPosts({ owner })
  await grantPrograms(owner, region)
  const mothers = makeMothers(births)
  for (let at = 0; at < births; at += 4) {
    await Promise.all(mothers.slice(at, at + 4).map(({ command }) => send({ app, secrets }, command)))
  }
  process.stdout.write(`${births} mothers on file\n`)
  const boss = openQueue(app, { onError: () => undefined })
  await boss.start()
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
    faults: {
      ...sound,
      workMs: 60,
      slowMs: 5,
      lostReply: share,
      failing: share,
      duplicate: share,
      outOfOrder: share,
      wrong: share,
      refusing: share,
      asking: share,
    },
    killEvery: Number(process.argv[3] ?? 1000),
    longestMs: 4 * 3600_000,
    say: (line) => process.stdout.write(`${line}\n`),
  })
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
  const { wrong, twice, unreconciled, brokenChains, misprojected, unregistered, cases } = report
  const bad = wrong + twice + unreconciled + brokenChains + misprojected + unregistered + Math.abs(cases - births)
  process.exitCode = bad === 0 ? 0 : 1
  await boss.stop({ graceful: false })
  for (const pool of [owner, app, auditor]) await pool.end()
} finally {
  await server.stop()
}
