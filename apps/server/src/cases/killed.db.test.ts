import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Action } from '@junheng/casework'
import { beforeAll, expect, it } from 'vitest'
import { verifyChains } from '../database/audit/verify-chain.ts'
import { openPool } from '../database/connect.ts'
import { testDatabase } from '../database/testing/test-database.ts'
import { checkProjection } from '../register/check-projection.ts'
import { grantPosts, household, identityNumber, person, region, send as register } from '../register/testing/scene.ts'
import { checkCases } from './check-cases.ts'
import { departmentActors, programAccess } from './programs.ts'
import { answered, confirmation, day, openBirth, send, testCasework, watched } from './testing/casework-scene.ts'
import { ownerReader } from './testing/owner-reader.ts'

const database = testDatabase()
const casework = testCasework(database)
const home = household()
const mother = person({ name: '李梅', sex: 'female', household: { id: home.household, role: '户主' } })
const police = programAccess(region, { actor: departmentActors.police })
beforeAll(async () => {
  await grantPosts(database())
  await register(database(), home)
  await register(database(), mother)
})

/** A case in which the police's answer is the next thing: it touches every table of cases and of the register. */
async function ripeCase(
  order: number,
): Promise<{ readonly caseId: string; readonly subject: string; readonly action: Action }> {
  const subject = randomUUID()
  const caseId = await openBirth(casework(), { subject, parties: [{ person: mother.person, role: 'mother' }] })
  await send(casework(), caseId, confirmation())
  await send(casework(), caseId, answered('birth-certificate', 'hospital', { 'child.certificateNumber': `S${order}` }))
  const number = identityNumber('2026-11-20', order * 2)
  return { caseId, subject, action: answered('household-registration', 'police', { 'child.identityNumber': number }) }
}

type Ripe = Awaited<ReturnType<typeof ripeCase>>

/** How often the answer is there: as action, what it starts, delivery, job, outbox message, audit entry, number, household. */
async function traces({ caseId, subject, action }: Ripe): Promise<readonly number[]> {
  const { rows } = await database().owner.query<{ n: number }>(
    `select count(*)::int as n from casework.action where case_id = $1 and id = $3
     union all select count(*)::int from casework.action where case_id = $1 and id like $3 || '/start/%'
     union all select count(*)::int from casework.delivery where case_id = $1 and item in ('medical-insurance', 'social-security-card')
     union all select count(*)::int from pgboss.job, jsonb_array_elements_text(data -> 'deliveries') as due (id) where due.id in
       (select id::text from casework.delivery where case_id = $1 and item in ('medical-insurance', 'social-security-card'))
     union all select count(*)::int from register.outbox where topic = 'case' and body ->> 'case' = $1::text
       and body -> 'steps' -> 0 ->> 'item' = 'household-registration'
     union all select count(*)::int from audit.entry where kind = 'case' and body::jsonb -> 'detail' ->> 'action' = $3
     union all select count(*)::int from register.fact where subject = $2 and kind = 'identity-number'
     union all select count(*)::int from register.fertility_fact where subject = $2 and kind = 'membership'
     union all select count(*)::int from register.identity_number where person = $2`,
    [caseId, subject, action.id],
  )
  return rows.map(({ n }) => n)
}

const nothing = [0, 0, 0, 0, 0, 0, 0, 0, 0]
const whole = [1, 2, 2, 2, 1, 1, 1, 1, 1]

async function countStatements(): Promise<number> {
  let count = 0
  const ripe = await ripeCase(400)
  await send(
    watched(casework(), () => void count++),
    ripe.caseId,
    ripe.action,
    police,
  )
  expect(await traces(ripe)).toEqual(whole)
  return count
}

/** Every so many-th statement: a process takes seconds to start where the machine is busy; the next test cuts at each. */
const between = 4

it('a process killed between two statements leaves nothing half done, and sending again does it once', async () => {
  const statements = await countStatements()
  expect(statements).toBeGreaterThan(25)
  const every = Array.from({ length: Math.ceil(statements / between) }, (_, at) => at * between)
  const moments = [...every, statements - 1, statements, null]
  const { address, secrets } = database()
  const kill = async (killBefore: number | null, order: number) => {
    const ripe = await ripeCase(order)
    const message = JSON.stringify({ address, secrets, caseId: ripe.caseId, action: ripe.action, killBefore })
    const child = spawn(process.execPath, [join(import.meta.dirname, 'testing/killed-child.ts'), message], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    const [, signal] = (await once(child, 'exit')) as [number | null, string | null]
    expect(signal).toBe('SIGKILL')
    const left = await traces(ripe)
    // Killed before COMMIT: nothing. After it: everything. While it was under way: one of the two.
    if (killBefore !== null) expect([killBefore, left]).toEqual([killBefore, killBefore < statements ? nothing : whole])
    else expect([nothing, whole]).toContainEqual(left)
    expect(await send(casework(), ripe.caseId, ripe.action, police)).toMatchObject({ ok: true })
    expect([killBefore, await traces(ripe)]).toEqual([killBefore, whole])
  }
  // Three at a time, so that the killed also hold locks that the living wait for.
  for (let at = 0; at < moments.length; at += 3) {
    await Promise.all(moments.slice(at, at + 3).map((moment, i) => kill(moment, at + i)))
  }
  await expectConsistent()
}, 240_000)

it('a line cut between any two statements, as the database sees a killed process, leaves nothing half done', async () => {
  const statements = await countStatementsOf(await ripeCase(401))
  for (let at = 0; at < statements; at++) {
    let count = 0
    const ripe = await ripeCase(100 + at)
    const { address, secrets } = database()
    const pool = openPool({ ...address, user: 'junheng_app', password: secrets.app }, { max: 1 })
    pool.on('connect', (client) => client.on('error', () => undefined))
    const cut = async () => {
      if (count++ !== at) return
      const { rows } = await database().owner.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and application_name = 'junheng-cut'`,
      )
      expect(rows).toHaveLength(1)
    }
    await pool.query(`set application_name = 'junheng-cut'`)
    const broken = watched({ ...casework(), register: { pool } }, cut)
    await expect(send(broken, ripe.caseId, ripe.action, police)).rejects.toThrow()
    await pool.end()
    expect([at, await traces(ripe)]).toEqual([at, nothing])
    expect(await send(casework(), ripe.caseId, ripe.action, police)).toMatchObject({ ok: true, repeated: false })
  }
  await expectConsistent()
})

async function countStatementsOf(ripe: Ripe): Promise<number> {
  let count = 0
  await send(
    watched(casework(), () => void count++),
    ripe.caseId,
    ripe.action,
    police,
  )
  return count
}

async function expectConsistent(): Promise<void> {
  expect((await verifyChains(database().auditor)).broken).toEqual([])
  const client = await database().owner.connect()
  expect((await checkProjection(client, { region })).differences).toEqual([])
  expect((await checkCases(ownerReader(client), casework(), { region, on: day })).differences).toEqual([])
  client.release()
}
