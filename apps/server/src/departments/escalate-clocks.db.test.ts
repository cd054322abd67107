import { beforeAll, describe, expect, it } from 'vitest'
import { chineseDay } from '../cases/casework.ts'
import { programAccess } from '../cases/programs.ts'
import { readOverview } from '../cases/read-overview.ts'
import { readQueue } from '../cases/read-queue.ts'
import { answered, confirmation, openBirth, send, testCasework } from '../cases/testing/casework-scene.ts'
import { testDatabase } from '../database/testing/test-database.ts'
import { grantPosts, now, region } from '../register/testing/scene.ts'
import { escalateClocks } from './escalate-clocks.ts'

const database = testDatabase()
const casework = testCasework(database)
const access = programAccess(region, {})
/** The hospital has five working days from the confirmation. */
const later = now.add({ hours: 24 * 14 })

beforeAll(() => grantPosts(database()))

async function queueOf(unit: string, at = later, after: string | null = null, limit = 50) {
  const asked = { procedure: null, lateOnly: false, after, limit, today: chineseDay(at) }
  return readQueue(casework(), { access, units: [unit], ...asked })
}

/** What the health bureau sees of what the hospital has. */
async function handedUp(at = later) {
  const { lines } = await queueOf('health', at)
  return lines.filter(({ unit }) => unit === 'hospital')
}

describe('a clock of a unit', () => {
  it('that is late is handed up to whom it names, once, and counted; the answer ends it', async () => {
    const caseId = await openBirth(casework())
    expect(await send(casework(), caseId, confirmation())).toMatchObject({ ok: true })
    expect(await escalateClocks(casework(), { region, now })).toBe(0)
    expect(await handedUp(now)).toEqual([])
    const rounds = await Promise.all([1, 2, 3].map(() => escalateClocks(casework(), { region, now: later })))
    expect(rounds.reduce((sum, n) => sum + n, 0)).toBe(1)
    expect(await escalateClocks(casework(), { region, now: later })).toBe(0)
    expect(await handedUp()).toMatchObject([
      { caseId, item: 'birth-certificate', late: true, escalatedTo: { zh: 'health' } },
    ])
    // Whoever has it still has it, and sees to whom it went.
    expect((await queueOf('hospital')).lines).toMatchObject([{ caseId, escalatedTo: { zh: 'health' } }])
    const asked = { access, today: chineseDay(later), since: '2026-11-01' }
    const { lines } = await readOverview(casework(), asked)
    expect(lines.find(({ unit }) => unit === 'hospital')).toMatchObject({ late: 1, escalated: 1 })
    // What the health bureau itself is late with goes to nobody else.
    expect(lines.find(({ unit }) => unit === 'health')).toMatchObject({ late: 1, escalated: 0 })
    const { rows } = await database().owner.query<{ body: object }>(
      `select body from register.outbox where topic = 'escalated'`,
    )
    expect(rows).toMatchObject([{ body: { case: caseId, item: 'birth-certificate', unit: 'hospital', to: 'health' } }])
    const certificate = answered('birth-certificate', 'hospital', { 'child.certificateNumber': 'Z420000001' })
    expect(await send(casework(), caseId, certificate)).toMatchObject({ ok: true })
    expect(await handedUp()).toEqual([])
  })

  it('stands in the queue in its place, page by page', async () => {
    const ids = new Set<string>()
    for (let n = 0; n < 3; n++) {
      const caseId = await openBirth(casework())
      await send(casework(), caseId, confirmation())
      ids.add(caseId)
    }
    // These three, and what the police have of the case before.
    expect(await escalateClocks(casework(), { region, now: later })).toBe(4)
    const whole = (await queueOf('health')).lines
    const paged: (typeof whole)[number][] = []
    for (let after: string | null = null, turn = 0; turn < 20; turn++) {
      const page: Awaited<ReturnType<typeof queueOf>> = await queueOf('health', later, after, 2)
      paged.push(...page.lines)
      if (page.next === null) break
      after = page.next
    }
    expect(paged).toEqual(whole)
    expect(new Set(whole.filter(({ unit }) => unit === 'hospital').map(({ caseId }) => caseId))).toEqual(ids)
  })
})
