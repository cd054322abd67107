import { expect, it } from 'vitest'
import { testCasework } from '../cases/testing/casework-scene.ts'
import { testDatabase } from '../database/testing/test-database.ts'
import { grantPosts, region } from '../register/testing/scene.ts'
import { chaosFaults } from './testing/chaos-faults.ts'
import { claimsOf } from './testing/describe-chaos.ts'
import { registerMothers } from './testing/make-mothers.ts'
import { runChaos } from './testing/run-chaos.ts'
import { seededRandom } from './testing/seeded-random.ts'

const database = testDatabase()
const casework = testCasework(database)
const births = 40
const seed = 20261128

/** Long, for a machine that is busy with other things; nothing here is judged by the time it took. */
const longestMs = 540_000

it(
  'ends every case rightly and once, with departments that fail in every way and a service that is killed',
  async () => {
    await grantPosts(database())
    const report = await runChaos({
      births,
      region,
      mothers: await registerMothers(database(), births),
      database: database(),
      casework: casework(),
      faults: chaosFaults,
      killing: { every: 'steps', from: 60, to: 240 },
      random: seededRandom(seed),
      longestMs,
    })
    const { kills, seconds, findings } = report
    process.stdout.write(`chaos: ${JSON.stringify({ ...findings.statuses, kills, seconds, seed })}\n`)
    expect(claimsOf(births, report).filter(({ holds }) => !holds)).toEqual([])
    expect(kills).toBeGreaterThan(1)
    expect(findings.attempts).toBeGreaterThan(findings.deliveries)
  },
  longestMs + 60_000,
)
