import { join } from 'node:path'
import { mkdtemp, chmod } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { getDay } from '@junheng/kernel'
import { chineseWorkdays } from '@junheng/kernel/workdays-cn'
import { expect, it } from 'vitest'
import { checkCases } from '../../../apps/server/src/cases/check-cases.ts'
import { chineseDay } from '../../../apps/server/src/cases/casework.ts'
import { ownerReader } from '../../../apps/server/src/cases/testing/owner-reader.ts'
import { verifyChains } from '../../../apps/server/src/database/audit/verify-chain.ts'
import { testDatabase } from '../../../apps/server/src/database/testing/test-database.ts'
import { openLibrary } from '../../../apps/server/src/places/service.ts'
import { checkProjection } from '../../../apps/server/src/register/check-projection.ts'
import { connectTo } from '../cluster.ts'
import { region } from '../place.ts'
import { fillDatabase } from './fill-database.ts'
import { readStories } from './read-stories.ts'

const [stories, county] = [testDatabase(), testDatabase()]
const today = getDay(chineseDay(Temporal.Now.instant()))

it('a county that was filled is one that the service could have written', async () => {
  const library = await openLibrary(join(import.meta.dirname, '../../../packs'), () => undefined)
  const procedures = library.procedures?.get(region) ?? []
  const { app, secrets } = stories()
  const folder = await mkdtemp(join(tmpdir(), 'junheng-fill-'))
  await chmod(folder, 0o755)
  const [teller, owner] = [await connectTo(stories().address), await connectTo(county().address)]
  const connect = () => connectTo(county().address)
  try {
    const told = await readStories({ app, owner: teller, secrets, procedures, today })
    await fillDatabase({ owner, secrets, persons: 1000, today, stories: told, folder, connect })
    const client = await county().owner.connect()
    try {
      // Every projection follows from its facts, every case and queue from its actions, every hash from the one before.
      const people = await checkProjection(client, { region })
      expect(people.subjects).toBeGreaterThan(1000)
      expect(people.differences).toEqual([])
      const reading = { register: { pool: county().app }, secrets, proceduresOf: () => procedures }
      const nobody = { calendar: chineseWorkdays, connected: new Set<never>(), wake: async () => undefined }
      const kept = { ...reading, ...nobody }
      expect(await checkCases(ownerReader(client), kept, { region, on: today })).toEqual({
        cases: 1200,
        differences: [],
      })
      expect((await verifyChains(client)).broken).toEqual([])
      const { rows } = await client.query<{ n: number }>(
        'select count(*)::int as n from casework.action where region = $1',
        [region],
      )
      expect(rows[0]?.n).toBeGreaterThan(5 * 1200)
    } finally {
      client.release()
    }
  } finally {
    await teller.end()
    await owner.end()
  }
})
