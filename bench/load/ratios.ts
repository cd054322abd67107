import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Procedure } from '@junheng/casework'
import type { Day } from '@junheng/kernel'
import { chineseWorkdays } from '@junheng/kernel/workdays-cn'
import type { Pool } from 'pg'
import { notifyBirth } from '../../apps/server/src/births/notify-birth.ts'
import { actOnCase, type CaseOutcome } from '../../apps/server/src/cases/act-on-case.ts'
import { chineseDay, type Casework } from '../../apps/server/src/cases/casework.ts'
import { programAccess } from '../../apps/server/src/cases/programs.ts'
import type { Secrets } from '../../apps/server/src/database/secrets.ts'
import { act } from '../../apps/server/src/register/act.ts'
import type { Access } from '../../apps/server/src/register/access.ts'
import { birthDay, roundsApart, roundsOfRun } from './case-load.ts'
import { bareInserts, insertedSoFar, rateOf, rowsOfOne } from './bare-inserts.ts'
import { region } from './place.ts'
import type { Sample } from './samples.ts'

const atOnce = 8

export interface Ratio {
  readonly ours: number
  readonly bare: number
  readonly rows: number
}

export interface RatioOptions {
  /** A pool of the service's own name, which is ended before its rows are counted. */
  readonly openApp: () => Pool
  readonly owner: Pool
  readonly secrets: Secrets
  readonly actors: readonly string[]
  readonly today: Day
  readonly count: number
}

/** Registrations of a newborn a second by eight clerks, held against bare INSERTs of the same rows. */
export function registrationRatio(options: RatioOptions): Promise<Ratio> {
  const { secrets, actors, today } = options
  return compare(options, 1, async (pool, clerk) => {
    const outcome = await act({
      register: { pool },
      secrets,
      access: accessOf(actors[clerk] ?? '', 'registration'),
      input: {
        id: randomUUID(),
        region,
        source: { kind: 'declared' },
        command: {
          kind: 'register-person',
          person: randomUUID(),
          name: '王小明',
          sex: 'male',
          birthDate: '2026-01-02',
          township: `${region}901`,
          phone: '13812345678',
        },
      },
      today,
      now: Temporal.Now.instant(),
    })
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  })
}

/** Births told, confirmed and with a first item decided, a second: three transactions each, and the look for the parents. */
export function caseRatio(
  options: RatioOptions & {
    readonly mothers: readonly Sample[]
    readonly procedures: readonly Procedure[]
    readonly run: number
  },
): Promise<Ratio> {
  const { secrets, actors, mothers, procedures, today, run } = options
  let told = 0
  return compare(options, 3, async (pool, clerk) => {
    const now = Temporal.Now.instant()
    const casework: Casework = {
      register: { pool },
      secrets,
      proceduresOf: () => procedures,
      calendar: chineseWorkdays,
      // Nobody has a system of their own here: what is measured is the writing, not the sending.
      connected: new Set(),
      wake: async () => undefined,
    }
    const at = told++
    const mother = mothers[at % mothers.length]
    if (mother === undefined) throw new Error('there is no mother')
    const access = accessOf(actors[clerk] ?? '', 'casework')
    const tell = (round: number) =>
      notifyBirth(casework, {
        access,
        by: { unit: 'hospital', person: access.actor },
        notice: {
          id: randomUUID(),
          record: `B-${randomUUID().slice(0, 18)}`,
          kind: 'live-birth',
          where: 'in-institution',
          mother: { name: mother.name, identityNumber: mother.number },
          child: { sex: 'male', birthDate: birthDay(today, round), order: 1, of: 1 },
        },
        now,
      })
    let round = Math.floor(at / mothers.length) + run * roundsOfRun
    let outcome = await tell(round)
    // The history has a birth of hers in those days, and it was told of again.
    while (outcome.ok && outcome.what !== 'opened') outcome = await tell((round += roundsApart))
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
    const { caseId } = outcome
    const on = chineseDay(now)
    const family = { unit: 'family', person: mother.id } as const
    const desk = { ...programAccess(region, { actor: access.actor, caseId }) }
    const facts = {
      'child.name': '王安安',
      'child.followsParent': 'mother',
      'child.foreignParents': 'none',
      'child.collectiveHousehold': false,
      'child.parentsOfTwoProvinces': false,
      'household.registeredMarriage': true,
      'household.phone': '13900000000',
    } as const
    const confirm = { kind: 'confirm', id: randomUUID(), on, by: family, facts } as const
    expectTaken(await actOnCase(casework, { access: desk, caseId, action: confirm, now }))
    const answer = {
      kind: 'answer',
      id: randomUUID(),
      on,
      by: { unit: 'health', person: access.actor },
      item: 'vaccination-record',
      result: 'done',
      outputs: { 'child.vaccinationNumber': 'V1' },
      ground: null,
      pause: null,
      words: null,
    } as const
    expectTaken(await actOnCase(casework, { access: desk, caseId, action: answer, now }))
  })
}

function expectTaken(outcome: CaseOutcome): void {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
}

function accessOf(actor: string, purpose: 'registration' | 'casework'): Access {
  return programAccess(region, { actor, purpose })
}

async function compare(
  { openApp, owner, count }: RatioOptions,
  transactions: number,
  deed: (pool: Pool, worker: number) => Promise<void>,
): Promise<Ratio> {
  const before = await insertedSoFar(owner)
  const pool = openApp()
  const ours = await rateOf({ atOnce, count }, (worker) => deed(pool, worker))
  await pool.end()
  // A connection tells what it has done when it ends.
  await pause(1500)
  const rows = rowsOfOne(before, await insertedSoFar(owner), count)
  const bare = await bareInserts(owner, { rows, transactions, atOnce, count })
  return { ours, bare, rows: [...rows.values()].reduce((sum, n) => sum + n, 0) }
}
