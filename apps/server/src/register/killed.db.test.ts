import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { verifyChains } from '../database/audit/verify-chain.ts'
import { testDatabase } from '../database/testing/test-database.ts'
import { act } from './act.ts'
import { checkProjection } from './check-projection.ts'
import { accessOf, grantPosts, household, identityNumber, now, person, region, send, today } from './testing/scene.ts'

const database = testDatabase()
const home = household()
const mother = person({ name: '李梅', sex: 'female' })
beforeAll(async () => {
  await grantPosts(database())
  await send(database(), home)
  await send(database(), mother)
})

/** A registration that touches every kind of table. */
function fullInput(order: number) {
  const birthDate = '2024-02-29'
  const command = person({
    name: '孙行',
    birthDate,
    identityNumber: identityNumber(birthDate, order * 2 + 1),
    phone: '13900001111',
    household: { id: home.household, role: 'child' },
    mother: { id: mother.person, region },
  })
  return { id: randomUUID(), region, source: { kind: 'document', reference: null }, command }
}

/** How often the action is there: as action, facts, outbox message, audit entry, person, identity number. */
async function traces(input: ReturnType<typeof fullInput>): Promise<readonly number[]> {
  const { rows } = await database().owner.query<{ n: number }>(
    `select count(*) as n from register.action where id = $1
     union all select count(*) from register.fact where action = $1
     union all select count(*) from register.fertility_fact where action = $1
     union all select count(*) from register.outbox where body ->> 'action' = $1::text
     union all select count(*) from audit.entry where kind = 'act' and body::jsonb -> 'detail' ->> 'action' = $1::text
     union all select count(*) from register.person where id = $2
     union all select count(*) from register.tie where person = $2
     union all select count(*) from register.identity_number where person = $2`,
    [input.id, input.command.person],
  )
  return rows.map(({ n }) => n)
}

const nothing = [0, 0, 0, 0, 0, 0, 0, 0]
const whole = [1, 6, 3, 1, 1, 1, 2, 1]

function again(input: unknown) {
  return act({ register: { pool: database().app }, secrets: database().secrets, access: accessOf(), input, today, now })
}

async function countStatements(order: number): Promise<number> {
  let count = 0
  const input = fullInput(order)
  const watch = () => void count++
  const register = { pool: database().app, watch }
  await act({ register, secrets: database().secrets, access: accessOf(), input, today, now })
  expect(await traces(input)).toEqual(whole)
  return count
}

it(
  'a process killed between any two statements leaves nothing half done, and sending again does it once',
  { timeout: 300_000 },
  async () => {
    const statements = await countStatements(400)
    expect(statements).toBeGreaterThan(14)
    const moments = [...Array.from({ length: statements + 1 }, (_, at) => at), null]
    const { address, secrets } = database()
    const kill = async (killBefore: number | null, order: number) => {
      const input = fullInput(order)
      const message = JSON.stringify({ address, secrets, input, killBefore })
      const child = spawn(process.execPath, [join(import.meta.dirname, 'testing/killed-child.ts'), message], {
        stdio: ['ignore', 'ignore', 'inherit'],
      })
      const [, signal] = (await once(child, 'exit')) as [number | null, string | null]
      expect(signal).toBe('SIGKILL')
      const left = await traces(input)
      // Killed before COMMIT: nothing. After it: everything. While it was under way: one of the two.
      if (killBefore !== null)
        expect([killBefore, left]).toEqual([killBefore, killBefore < statements ? nothing : whole])
      else expect([nothing, whole]).toContainEqual(left)
      expect(await again(input)).toMatchObject({ ok: true })
      expect([killBefore, await traces(input)]).toEqual([killBefore, whole])
    }
    // Three at a time, so that the killed also hold locks that the living wait for.
    for (let at = 0; at < moments.length; at += 3) {
      await Promise.all(moments.slice(at, at + 3).map((moment, i) => kill(moment, at + i)))
    }
    await expectConsistent()
  },
)

it('a connection that breaks at any statement leaves nothing half done either', async () => {
  const statements = await countStatements(450)
  for (let at = 0; at < statements; at++) {
    let count = 0
    const input = fullInput(100 + at)
    const watch = async () => {
      if (count++ === at) throw new Error('the line went dead')
    }
    const register = { pool: database().app, watch }
    const broken = act({ register, secrets: database().secrets, access: accessOf(), input, today, now })
    await expect(broken).rejects.toThrow('the line went dead')
    expect(await traces(input)).toEqual(nothing)
    expect(await again(input)).toMatchObject({ ok: true, repeated: false })
  }
  await expectConsistent()
})

async function expectConsistent(): Promise<void> {
  expect((await verifyChains(database().auditor)).broken).toEqual([])
  const client = await database().owner.connect()
  expect((await checkProjection(client, { region })).differences).toEqual([])
  client.release()
}
