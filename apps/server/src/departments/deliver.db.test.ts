import { randomUUID } from 'node:crypto'
import { retries, type Department } from '@junheng/connector'
import { startDepartments, sound, type Faults, type RunningDepartment } from '@junheng/departments'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { programAccess } from '../cases/programs.ts'
import { openBirth, testCasework } from '../cases/testing/casework-scene.ts'
import { testDatabase } from '../database/testing/test-database.ts'
import { grantPosts, now as noon, region } from '../register/testing/scene.ts'
import type { Connections } from './call-department.ts'
import { listDeadLetters, settleDeadLetter } from './dead-letters.ts'
import { deliver, type Delivered } from './deliver.ts'
import { signingKey } from './department-keys.ts'
import { reconcileDepartment, repairDifferences } from './reconcile-department.ts'
import { recallLost } from './recall-lost.ts'
import { remindOfClocks, wakeOverdue } from './rounds.ts'

const database = testDatabase()
const casework = testCasework(database)
let departments: Awaited<ReturnType<typeof startDepartments>>
let connections: Connections
/** The clock of the worker, seconds after noon; the departments' signatures are taken within five minutes of it. */
let seconds = 0
const now = () => noon.add({ seconds })
const access = programAccess(region, {})

beforeAll(async () => {
  await grantPosts(database())
  const keyOf = (name: Department) => signingKey(database().secrets, name)
  departments = await startDepartments({
    service: () => 'http://127.0.0.1:9',
    keyOf,
    now: () => now().epochMilliseconds,
    random: () => 0.5,
  })
  behave({})
  connections = new Map(departments.departments.map(({ name, address }) => [name, { address, key: keyOf(name) }]))
})
afterAll(() => departments.stop())
afterEach(async () => {
  behave({})
  await database().owner.query('delete from casework.circuit')
})

function health(): RunningDepartment {
  const found = departments.departments.find(({ name }) => name === 'health')
  if (found === undefined) throw new Error('health')
  return found
}

function behave(faults: Partial<Faults>): void {
  health().department.faults = { ...sound, workMs: 600_000, ...faults }
}

/** A case whose vaccination record waits to be sent to the health department; the id of that delivery. */
async function waiting(): Promise<string> {
  const caseId = await openBirth(casework(), { caseId: randomUUID(), now: now() })
  const { rows } = await database().owner.query<{ id: string }>('select id from casework.delivery where case_id = $1', [
    caseId,
  ])
  return rows[0]?.id ?? ''
}

function send(id: string): Promise<Delivered> {
  return deliver({ casework: casework(), connections, now, random: () => 0, timeoutMs: 2000 }, { region, delivery: id })
}

async function rowOf(id: string) {
  const { rows } = await database().owner.query<{ state: string; attempts: number; last_error: string | null }>(
    'select state, attempts, last_error from casework.delivery where id = $1',
    [id],
  )
  return rows[0]
}

describe('a delivery', () => {
  it('is sent once, however many are woken for it', async () => {
    const id = await waiting()
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => send(id)))
    expect(outcomes.toSorted()).toEqual([...Array.from({ length: 5 }, () => 'nothing-to-do'), 'sent'])
    expect(await rowOf(id)).toMatchObject({ state: 'sent', attempts: 1 })
    const { rows } = await database().owner.query(
      `select 1 from casework.action a join casework.delivery d on d.region = a.region and d.case_id = a.case_id where d.id = $1 and a.kind = 'deliver'`,
      [id],
    )
    expect(rows).toHaveLength(1)
  })

  it('whose reply was lost is sent again, and the department has it once', async () => {
    behave({ lostReply: 1 })
    const id = await waiting()
    expect(await send(id)).toBe('again')
    expect(await send(id)).toBe('nothing-to-do')
    behave({})
    seconds += 2
    expect(await send(id)).toBe('sent')
    expect(
      health()
        .department.ledger.lines()
        .filter(({ delivery }) => delivery === id),
    ).toHaveLength(1)
    expect(await rowOf(id)).toMatchObject({ state: 'sent', attempts: 2 })
  })

  it('leaves a department that failed five times alone, then lets one call find out', async () => {
    behave({ down: true })
    const ids = await Promise.all(Array.from({ length: 7 }, waiting))
    for (const id of ids.slice(0, 5)) expect(await send(id)).toBe('again')
    expect(await send(ids[5] ?? '')).toBe('left-alone')
    behave({})
    seconds += 20
    const [first, second] = await Promise.all([send(ids[5] ?? ''), send(ids[6] ?? '')])
    expect([first, second].toSorted()).toEqual(expect.arrayContaining(['sent']))
    seconds += 20
    for (const id of ids.slice(0, 5)) expect(await send(id)).toBe('sent')
  })

  it('that many fail at the same moment makes a short pause, not a long one', async () => {
    behave({ down: true })
    const ids = await Promise.all(Array.from({ length: 12 }, waiting))
    await Promise.all(ids.map(send))
    const { rows } = await database().owner.query<{ wait: number }>(
      `select extract(epoch from open_until - $1::timestamptz)::float8 as wait from casework.circuit where department = 'health'`,
      [now().toString()],
    )
    expect(rows[0]?.wait).toBeLessThanOrEqual(5)
  })

  it('that is given up lies with the data officer, and can be sent again, once', async () => {
    behave({ failing: 1 })
    const id = await waiting()
    for (let tries = 0; tries < retries.tries; tries++) {
      await database().owner.query('delete from casework.circuit')
      expect([tries, await send(id)]).toEqual([tries, tries + 1 < retries.tries ? 'again' : 'dead'])
      seconds += 4000
    }
    const letters = await listDeadLetters(casework(), access)
    expect(letters.find((one) => one.id === id)).toMatchObject({ attempts: retries.tries, last_error: 'HTTP 500' })
    const settle = () =>
      settleDeadLetter(casework(), { access, id, deed: 'send-again', words: '对方已恢复', now: now() })
    expect([await settle(), (await settle())?.code]).toEqual([undefined, 'not-dead'])
    behave({})
    await database().owner.query('delete from casework.circuit')
    expect(await send(id)).toBe('sent')
  })

  it('that a killed worker had taken is found by the next round, once', async () => {
    const id = await waiting()
    await database().owner.query(`update casework.delivery set next_at = $2 where id = $1`, [id, now().toString()])
    const count = async () => {
      const { rows } = await database().owner.query<{ n: number }>(
        `select count(*)::int as n from pgboss.job where data ->> 'delivery' = $1`,
        [id],
      )
      return rows[0]?.n
    }
    const before = await count()
    seconds += 60
    await wakeOverdue(casework(), { region, now: now(), graceSeconds: 15 })
    await wakeOverdue(casework(), { region, now: now(), graceSeconds: 15 })
    expect(await count()).toBe((before ?? 0) + 1)
    expect(await send(id)).toBe('sent')
  })
})

describe('reconciliation', () => {
  it('sends again what departments lost with their process, once they answer', async () => {
    const lost = await waiting()
    await database().owner.query(`update casework.delivery set state = 'accepted', next_at = null where id = $1`, [
      lost,
    ])
    health().department.faults = { ...sound, down: true }
    const closing = new AbortController()
    const options = { connections, regions: [region], timeoutMs: 2000, now, everyMs: 20, signal: closing.signal }
    const recalled = recallLost(casework(), options)
    expect((await rowOf(lost))?.state).toBe('accepted')
    health().department.faults = sound
    await recalled
    expect((await rowOf(lost))?.state).toBe('waiting')
    expect(await send(lost)).toBe('sent')
  })

  it('finds what never arrived and what they have that we never sent, and sends the first again', async () => {
    const id = await waiting()
    expect(await send(id)).toBe('sent')
    const lost = await waiting()
    // As after a restore of an older backup of theirs: we believe it sent, they never had it.
    await database().owner.query(`update casework.delivery set state = 'sent', next_at = null where id = $1`, [lost])
    const known = health().department.ledger.find(id)?.delivery ?? ({} as never)
    const theirs = {
      ...known,
      id: randomUUID(),
      region,
      procedure: 'one-birth',
      due: null,
      facts: {},
      sentAt: now().toString(),
    }
    health().department.take(theirs)
    const options = { access, department: 'health', connections, timeoutMs: 2000 } as const
    const found = await reconcileDepartment(casework(), options)
    if (!found.ok) throw new Error(found.why)
    const kinds = new Map(found.differences.map(({ delivery, kind }) => [delivery, kind]))
    expect([kinds.get(lost), kinds.get(theirs.id), kinds.get(id)]).toEqual(['never-arrived', 'theirs-only', undefined])
    await repairDifferences(casework(), { access, differences: found.differences, now: now() })
    expect(await send(lost)).toBe('sent')
    const again = await reconcileDepartment(casework(), options)
    expect(again.ok && again.differences.map(({ kind }) => kind)).toEqual(['theirs-only'])
  })

  it('says when a department does not answer', async () => {
    behave({ down: true })
    const options = { access, department: 'health', connections, timeoutMs: 2000 } as const
    expect(await reconcileDepartment(casework(), options)).toEqual({ ok: false, why: 'no-answer' })
    expect(await reconcileDepartment(casework(), { ...options, connections: new Map() })).toEqual({
      ok: false,
      why: 'no-connection',
    })
  })
})

describe('legal clocks', () => {
  it('are told of once for each last day', async () => {
    await waiting()
    const later = now().add({ hours: 24 * 10 })
    expect(await remindOfClocks(casework(), { region, now: later, days: 3 })).toBeGreaterThan(0)
    expect(await remindOfClocks(casework(), { region, now: later, days: 3 })).toBe(0)
  })
})
