import { sound } from '@junheng/departments'
import { expect, it } from 'vitest'
import { testCasework } from '../cases/testing/casework-scene.ts'
import { testDatabase } from '../database/testing/test-database.ts'
import { grantPosts, region, send } from '../register/testing/scene.ts'
import { makeMothers } from './testing/make-mothers.ts'
import { runChaos } from './testing/run-chaos.ts'

const database = testDatabase()
const casework = testCasework(database)
const births = 60

it('ends every case rightly and once, with departments that fail in every way and a service that is killed', async () => {
  await grantPosts(database())
  const mothers = makeMothers(births)
  for (const { command } of mothers) expect(await send(database(), command)).toMatchObject({ ok: true })
  const share = 0.2
  const report = await runChaos({
    births,
    region,
    mothers,
    database: database(),
    casework: casework(),
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
    killEvery: 180,
    longestMs: 170_000,
  })
  const { statuses, kills, seconds, deliveries, attempts, ...found } = report
  process.stdout.write(`chaos: ${JSON.stringify({ statuses, kills, seconds, deliveries, attempts })}\n`)
  expect(found).toEqual({
    births,
    cases: births,
    wrong: 0,
    twice: 0,
    unreconciled: 0,
    brokenChains: 0,
    misprojected: 0,
    unregistered: 0,
  })
  expect(kills).toBeGreaterThan(1)
  expect(attempts).toBeGreaterThan(deliveries)
  expect(Object.keys(statuses).filter((status) => !['completed', 'partly', 'refused'].includes(status))).toEqual([])
}, 240_000)
