import { randomUUID } from 'node:crypto'
import type { Action, Procedure } from '@junheng/casework'
import { Department } from '@junheng/connector'
import { chineseWorkdays } from '@junheng/kernel/workdays-cn'
import { afterAll, beforeAll } from 'vitest'
import type { Watch } from '../../database/statements.ts'
import type { TestDatabase } from '../../database/testing/test-database.ts'
import { openQueue, wakeBy } from '../../departments/delivery-queue.ts'
import { withAccess, type Access } from '../../register/access.ts'
import { now, region, township } from '../../register/testing/scene.ts'
import { actOnCase, type CaseOutcome } from '../act-on-case.ts'
import type { Casework } from '../casework.ts'
import { openCase, type NewCase } from '../open-case.ts'
import { departmentActors, grantPrograms, programAccess } from '../programs.ts'
import { birthProcedure } from './birth-procedure.ts'

/** Casework over a test's database, with pg-boss started but nobody taking its jobs. */
export function testCasework(
  database: () => TestDatabase,
  {
    procedures = [birthProcedure],
    connected = Department.options,
  }: { readonly procedures?: readonly Procedure[]; readonly connected?: readonly Department[] } = {},
): () => Casework {
  let made: Casework | undefined
  let stop: (() => Promise<void>) | undefined
  beforeAll(async () => {
    const { app, owner, secrets } = database()
    const boss = openQueue(app, { onError: () => undefined })
    await boss.start()
    stop = () => boss.stop({ graceful: false })
    await grantPrograms(owner, region)
    made = {
      register: { pool: app },
      secrets,
      proceduresOf: () => procedures,
      calendar: chineseWorkdays,
      connected: new Set(connected),
      wake: wakeBy(boss),
    }
  })
  afterAll(() => stop?.())
  return () => {
    if (made === undefined) throw new Error('casework is there only while tests run')
    return made
  }
}

export function watched(casework: Casework, watch: Watch): Casework {
  return { ...casework, register: { ...casework.register, watch } }
}

export const hospital = programAccess(region, { actor: departmentActors.hospital })

const childFacts = { 'child.sex': 'female', 'child.birthDate': '2026-11-20', 'mother.name': '李梅' } as const

/** Opens a case of a birth as the hospital's own system would; returns its id. */
export async function openBirth(casework: Casework, changes: Partial<NewCase> = {}): Promise<string> {
  const caseId = changes.caseId ?? randomUUID()
  const asked: NewCase = {
    access: hospital,
    caseId,
    procedure: 'one-birth',
    actionId: randomUUID(),
    by: { unit: 'hospital', person: null },
    facts: childFacts,
    subject: randomUUID(),
    parties: [],
    township,
    village: null,
    now,
    ...changes,
  }
  const outcome = await withAccess(casework.register, { access: asked.access, births: true }, (tx) =>
    openCase(tx, casework, asked),
  )
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  return caseId
}

export const day = '2026-11-23'

/** The family's word, taken by the lead's own system, so that tests of the path need no session. */
export function confirmation(id: string = randomUUID()): Action {
  return { kind: 'confirm', id, on: day, by: { unit: 'family', person: null }, facts: { 'child.name': '李安安' } }
}

export function send(
  casework: Casework,
  caseId: string,
  action: Action,
  access: Access = programAccess(region, {}),
): Promise<CaseOutcome> {
  return actOnCase(casework, { access, caseId, action, now })
}

export function answered(item: string, unit: string, outputs: Readonly<Record<string, string>>): Action {
  return {
    kind: 'answer',
    id: randomUUID(),
    on: day,
    by: { unit, person: null },
    item,
    result: 'done',
    outputs,
    ground: null,
    pause: null,
    words: null,
  }
}
