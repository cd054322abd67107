import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { retries, type Delivery, type Department, type Difference } from '@junheng/connector'
import { startDepartments, sound, type Faults, type RunningDepartment } from '@junheng/departments'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { programAccess } from '../cases/programs.ts'
import { openBirth, testCasework } from '../cases/testing/casework-scene.ts'
import { testDatabase } from '../database/testing/test-database.ts'
import { withAccess } from '../register/access.ts'
import { grantPosts, now as noon, region } from '../register/testing/scene.ts'
import type { Connections } from './call-department.ts'
import { listDeadLetters, settleDeadLetter } from './dead-letters.ts'
import { makeCourier } from './courier.ts'
import { deliver, type Delivered, type Delivering } from './deliver.ts'
import { signingKey } from './department-keys.ts'
import { recallLost } from './recall-lost.ts'
import { reconcileDepartment } from './reconcile-department.ts'
import { repairDifferences, type Repair } from './repair-differences.ts'
import { remindOfClocks } from './remind-of-clocks.ts'
import { takeUp, type TakenUp } from './take-up.ts'

const database = testDatabase()
const casework = testCasework(database)
let departments: Awaited<ReturnType<typeof startDepartments>>
let connections: Connections
/** Long: a department is given up for no reply only where a test says so, however busy the machine. */
const timeoutMs = 60_000
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
  await clear()
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

function worker(): Delivering {
  return { casework: casework(), connections, now, random: () => 0, timeoutMs }
}

/** Takes up what is due for the health department; `limit` of it at most. */
function take(limit: number): Promise<readonly TakenUp[]> {
  return withAccess(casework().register, { access, births: true }, (tx) =>
    takeUp(tx, casework(), { region, room: (name) => (name === 'health' ? limit : 0), holdMs: 4000, at: now() }),
  )
}

/** Sends the delivery of that id, if a worker may; nothing else is due. */
async function send(id: string): Promise<Delivered | 'not-taken'> {
  const taken = await take(1)
  const [one] = taken
  if (one === undefined) return 'not-taken'
  expect(one.delivery.id).toBe(id)
  return deliver(worker(), one)
}

/** Puts off everything that waits, so that a test sees its own only. */
function clear() {
  return database().owner.query(`update casework.delivery set state = 'dead', next_at = null where state = 'waiting'`)
}

async function rowOf(id: string) {
  const { rows } = await database().owner.query<{ state: string; attempts: number; last_error: string | null }>(
    'select state, attempts, last_error from casework.delivery where id = $1',
    [id],
  )
  return rows[0]
}

describe('a delivery', () => {
  it('is taken once, however many workers look', async () => {
    const id = await waiting()
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => send(id)))
    expect(outcomes.toSorted()).toEqual([...Array.from({ length: 5 }, () => 'not-taken'), 'sent'])
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
    expect(await send(id)).toBe('not-taken')
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

  it('to a department that failed five times is not even taken, until one call has found out', async () => {
    behave({ down: true })
    await Promise.all(Array.from({ length: 7 }, waiting))
    const first = await take(5)
    expect(first).toHaveLength(5)
    for (const one of first) expect(await deliver(worker(), one)).toBe('again')
    expect(await take(10)).toEqual([])
    behave({})
    seconds += 20
    const probes = (await Promise.all([take(10), take(10), take(10)])).flat()
    expect(probes.map(({ probe }) => probe)).toEqual([true])
    expect(await take(10)).toEqual([])
    for (const one of probes) expect(await deliver(worker(), one)).toBe('sent')
    expect(await take(10)).toHaveLength(6)
  })

  it('that many fail at the same moment makes a short pause, not a long one', async () => {
    behave({ down: true })
    await Promise.all(Array.from({ length: 12 }, waiting))
    const taken = await take(12)
    expect(taken).toHaveLength(12)
    await Promise.all(taken.map((one) => deliver(worker(), one)))
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

  it('that a killed worker had taken is found again once its hold is over', async () => {
    const id = await waiting()
    expect(await take(5)).toHaveLength(1)
    expect(await take(5)).toEqual([])
    seconds += 60
    expect(await send(id)).toBe('sent')
    expect(await rowOf(id)).toMatchObject({ attempts: 2 })
  })
})

describe('a courier', () => {
  it('sends all that is due, a dozen at once, and stops when that is written down', async () => {
    const ids = await Promise.all(Array.from({ length: 30 }, waiting))
    const failed: unknown[] = []
    const courier = makeCourier(worker(), { region, onError: (error) => failed.push(error) })
    await courier.run()
    await expect
      .poll(async () => new Set((await Promise.all(ids.map(rowOf))).map((row) => row?.state)), {
        timeout: 60_000,
      })
      .toEqual(new Set(['sent']))
    await courier.stop()
    expect(failed).toEqual([])
    const kept = health().department.ledger.lines()
    expect(kept.filter(({ delivery }) => ids.includes(delivery))).toHaveLength(30)
  })

  it('takes nothing more once it is stopped', async () => {
    const id = await waiting()
    const courier = makeCourier(worker(), { region, onError: () => undefined })
    await courier.stop()
    await courier.run()
    expect(await rowOf(id)).toMatchObject({ state: 'waiting', attempts: 0 })
  })
})

describe('reconciliation', () => {
  const options = () => ({ access, department: 'health', connections, timeoutMs }) as const

  async function repair(differences: readonly Difference[]): Promise<readonly Repair[]> {
    const connection = connections.get('health')
    if (connection === undefined) throw new Error('health')
    return repairDifferences(casework(), { ...options(), connection, differences, now: now() })
  }

  async function differences(): Promise<readonly Difference[]> {
    const found = await reconcileDepartment(casework(), options())
    if (!found.ok) throw new Error(found.why)
    return found.differences
  }

  it('asks again for answers that were lost, takes them as any other, and keeps who had it done', async () => {
    const [answered, silent] = [await waiting(), await waiting()]
    behave({ workMs: 0 })
    expect([await send(answered), await send(silent)]).toEqual(['sent', 'sent'])
    await expect
      .poll(async () => (await differences()).map(({ kind }) => kind), { timeout: 60_000 })
      .toEqual(['answer-lost', 'answer-lost'])
    // One of them says that it has an outcome and, asked again, knows nothing of it.
    const entry = health().department.ledger.find(silent)
    if (entry === undefined) throw new Error('the delivery')
    entry.said = null
    const repairs = new Map((await repair(await differences())).map((one) => [one.delivery, one]))
    expect(repairs.get(answered)).toMatchObject({ kind: 'answer-lost', how: 'answer-taken', outcome: 'done' })
    expect(repairs.get(silent)).toMatchObject({ how: 'nothing-said', outcome: null })
    expect(await differences()).toMatchObject([{ delivery: silent, kind: 'answer-lost' }])
    expect(await rowOf(answered)).toMatchObject({ state: 'done' })
    const { rows } = await database().owner.query<{ kind: string }>(
      `select kind from audit.entry where body like '%' || $1 || '%' and kind = 'reconciled'`,
      [answered],
    )
    expect(rows).toHaveLength(1)
    // Asked for once more, the answer is known by its id: nothing is done twice.
    expect(await repair([{ delivery: answered, kind: 'answer-lost', ours: 'sent', theirs: 'done' }])).toMatchObject([
      { how: 'answer-taken' },
    ])
    const { rows: actions } = await database().owner.query(
      `select 1 from casework.action a join casework.delivery d on d.case_id = a.case_id where d.id = $1 and a.kind = 'answer'`,
      [answered],
    )
    expect(actions).toHaveLength(1)
    entry.state = 'received'
  })

  it('does not take an answer that is signed by nobody we know, and says when nobody replies', async () => {
    const id = await waiting()
    const lost: Difference = { delivery: id, kind: 'answer-lost', ours: 'sent', theirs: 'done' }
    expect(await send(id)).toBe('sent')
    behave({ down: true })
    expect(await repair([lost])).toEqual([{ delivery: id, kind: 'answer-lost', how: 'silent', outcome: null }])
    const liar = createServer((_, response) => void response.end('{}'))
    liar.listen(0, '127.0.0.1')
    await once(liar, 'listening')
    const { port } = liar.address() as AddressInfo
    const connection = { address: `http://127.0.0.1:${port}`, key: new Uint8Array(32) }
    const repaired = await repairDifferences(casework(), { ...options(), connection, differences: [lost], now: now() })
    liar.close()
    expect(repaired).toMatchObject([{ how: 'unsigned' }])
    expect(await rowOf(id)).toMatchObject({ state: 'sent' })
  })

  it('sends again what departments lost with their process, once they answer', async () => {
    const lost = await waiting()
    await database().owner.query(`update casework.delivery set state = 'accepted', next_at = null where id = $1`, [
      lost,
    ])
    behave({ down: true })
    const closing = new AbortController()
    const options = { connections, regions: [region], timeoutMs, now, everyMs: 20, signal: closing.signal }
    const recalled = recallLost(casework(), options)
    expect((await rowOf(lost))?.state).toBe('accepted')
    behave({})
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
    const theirs: Delivery = {
      ...known,
      id: randomUUID(),
      region,
      procedure: 'one-birth',
      due: null,
      facts: {},
      grounds: [],
      sentAt: now().toString(),
    }
    health().department.take(theirs)
    const found = await differences()
    const kinds = new Map(found.map(({ delivery, kind }) => [delivery, kind]))
    expect([kinds.get(lost), kinds.get(theirs.id), kinds.get(id)]).toEqual(['never-arrived', 'theirs-only', undefined])
    expect(await repair(found)).toEqual([{ delivery: lost, kind: 'never-arrived', how: 'sent-again', outcome: null }])
    expect(await send(lost)).toBe('sent')
    expect((await differences()).map(({ kind }) => kind)).toEqual(['theirs-only'])
  })

  it('says when a department does not answer', async () => {
    behave({ down: true })
    expect(await reconcileDepartment(casework(), options())).toEqual({ ok: false, why: 'no-answer' })
    expect(await reconcileDepartment(casework(), { ...options(), connections: new Map() })).toEqual({
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
