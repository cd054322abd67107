import { decide, newCase, versionFor, type Actor, type WrittenFacts, type Problem } from '@junheng/casework'
import { parseDayNumber } from '@junheng/kernel'
import { findRegion } from '@junheng/kernel/regions'
import { rowsOf } from '../database/insert-rows.ts'
import { postRows, type Transaction } from '../database/statements.ts'
import type { Access } from '../register/access.ts'
import { refuse, type CaseOutcome } from './act-on-case.ts'
import { chineseDay, type Casework } from './casework.ts'
import { recordCase } from './record-case.ts'

export interface Party {
  readonly person: string
  readonly role: 'mother' | 'father' | 'child' | 'guardian' | 'applicant'
}

export interface NewCase {
  readonly access: Access
  readonly caseId: string
  readonly procedure: string
  /** Id of the action that opens it, chosen by the sender. */
  readonly actionId: string
  readonly by: Actor
  readonly facts: WrittenFacts
  /** The register's id of whoever it is about, known to it or not yet. */
  readonly subject: string | null
  readonly parties: readonly Party[]
  readonly township: string | null
  readonly village: string | null
  readonly now: Temporal.Instant
}

/**
 * Opens a case inside a transaction that has begun with its access (purpose `casework`). The purpose under which the
 * register may be read and written for it is its procedure's.
 */
export async function openCase(tx: Transaction, casework: Casework, asked: NewCase): Promise<CaseOutcome> {
  const { access, caseId, now, facts, by, parties } = asked
  const { region } = access
  const openedOn = chineseDay(now)
  const action = { kind: 'open', id: asked.actionId, on: openedOn, by, facts, version: null } as const
  const procedure = versionFor(casework.proceduresOf(region), asked.procedure, { facts, openedOn })
  if (procedure === undefined) return refuse(tx, { access, caseId, action }, [notHere])
  const before = newCase(procedure)
  const day = { calendar: casework.calendar, now: parseDayNumber(openedOn) ?? 0 }
  const decision = decide(before, action, procedure, day)
  if (!decision.ok) return refuse(tx, { access, caseId, action }, decision.problems)
  const row = {
    region,
    id: caseId,
    number: await nextNumber(tx, { region, year: Number(openedOn.slice(0, 4)) }),
    procedure: procedure.id,
    version_from: procedure.inForce.from,
    subject: asked.subject,
    people: [...new Set(parties.map(({ person }) => person))],
    township: asked.township,
    village: asked.village,
    office: null,
    opened_on: openedOn,
    seq: 0,
  }
  tx.post(
    'insert into access.case_file (region, case_id, purpose, opened_on, about, opened_by) values ($1, $2, $3, $4, $5, $6)',
    [region, caseId, procedure.purpose.id, openedOn, asked.subject, access.actor],
  )
  const { actions, state: after } = decision
  await recordCase(tx, casework, { access, row, procedure, before, after, actions, now })
  postRows(
    tx,
    rowsOf(
      'casework.party',
      parties.map(({ person, role }) => ({ region, person, case_id: caseId, role })),
    ),
  )
  return { ok: true, repeated: false, row, state: after }
}

/** A number for people: the county's short name, year, and count, such as 咸安-2026-000123. */
async function nextNumber(
  tx: Transaction,
  { region, year }: { readonly region: string; readonly year: number },
): Promise<string> {
  const [row] = await tx.query<{ last: number }>(
    `insert into casework.counter (region, year, last) values ($1, $2, 1)
     on conflict (region, year) do update set last = counter.last + 1 returning last`,
    [region, year],
  )
  const name = findRegion(region)?.name.replace(/(.+)(区|县|市|旗)$/, '$1') ?? region
  return `${name}-${year}-${String(row?.last ?? 0).padStart(6, '0')}`
}

const notHere: Problem = {
  path: 'procedure',
  code: 'unknown-procedure',
  message: { zh: '这里没有这项事，或那一天还没有施行', en: 'There is no such procedure here, or not yet on that day' },
}
