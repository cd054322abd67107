import { beforeAll, beforeEach, expect } from 'vitest'
import { birthProcedure } from '../../cases/testing/birth-procedure.ts'
import { openBirth, testCasework } from '../../cases/testing/casework-scene.ts'
import { testDatabase } from '../../database/testing/test-database.ts'
import { grantPosts, now as morning, person, region, send as register } from '../../register/testing/scene.ts'
import { visibleMessages } from '../../sign-in/messages.ts'
import { sendNotices, type Notifying } from '../send-notices.ts'

export const phone = '13800001234'
export const address = 'https://junheng.example'

/** A family has three weeks from the opening to confirm. */
const procedure = {
  ...birthProcedure,
  items: birthProcedure.items.map((item) =>
    item.id !== 'birth-certificate'
      ? item
      : {
          ...item,
          clocks: item.clocks.map((clock) => ({
            ...clock,
            id: 'window',
            binds: 'family' as const,
            limit: 21,
            unit: 'days' as const,
            from: { kind: 'action' as const, action: 'open' as const },
            until: 'confirm' as const,
          })),
        },
  ),
}

/** Births offered to a mother with a mobile telephone, and the round that tells families. Each test begins with an empty outbox. */
export function noticesScene() {
  const database = testDatabase()
  const casework = testCasework(database, { procedures: [procedure] })
  let mother = ''

  beforeAll(async () => {
    await grantPosts(database())
    // The mark is set before anything happens, as when a service opens.
    await round(visibleMessages(), morning.subtract({ hours: 2 }))
    mother = await motherOnFile(phone)
  })
  beforeEach(async () => {
    await database().owner.query('delete from casework.family_notice')
    await database().owner.query('delete from register.outbox')
    await rewind()
  })

  /** Has the outbox read from before the first message again: messages of a test may be of one and the same instant. */
  function rewind() {
    return database().owner.query('update casework.notices_read set at = $1', [
      morning.subtract({ hours: 1 }).toString(),
    ])
  }

  async function motherOnFile(number: string): Promise<string> {
    const command = person({ name: '李梅', sex: 'female', birthDate: '1995-03-04' })
    expect(await register(database(), command)).toMatchObject({ ok: true })
    const stated = {
      kind: 'state-fact',
      person: command.person,
      attribute: 'phone',
      value: number,
      from: '2020-01-01',
    }
    expect(await register(database(), stated)).toMatchObject({ ok: true })
    return command.person
  }

  function round(messages: Notifying['messages'], at = morning) {
    return sendNotices({ casework: casework(), messages, address }, { region, now: at, lagMs: 0 })
  }

  function offer(changes: Parameters<typeof openBirth>[1] = {}): Promise<string> {
    return openBirth(casework(), { parties: [{ person: mother, role: 'mother' }], ...changes })
  }

  async function rowsOf(caseId: string) {
    const { rows } = await database().owner.query<{
      state: string
      why: string | null
      attempts: number
      about: string
    }>(
      'select state, why, about, attempts, last_error from casework.family_notice where case_id = $1 order by created_at, id',
      [caseId],
    )
    return rows
  }

  async function audited(caseId: string) {
    const { rows } = await database().owner.query<{ kind: string; body: string }>(
      `select kind, body from audit.entry where kind like 'notice-%' and body like '%' || $1 || '%'`,
      [caseId],
    )
    return rows
  }

  return { casework, rewind, motherOnFile, round, offer, rowsOf, audited, database }
}
