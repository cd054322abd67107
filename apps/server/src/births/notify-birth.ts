import { versionFor, type Actor, type Problem, type Procedure } from '@junheng/casework'
import { parseResidentId } from '@junheng/kernel'
import { rowsOf } from '../database/insert-rows.ts'
import { postRows, type Transaction } from '../database/statements.ts'
import { chineseDay, type Casework } from '../cases/casework.ts'
import { openCase, type Party } from '../cases/open-case.ts'
import { withAccess, type Access } from '../register/access.ts'
import { auditWrite } from '../register/audit-write.ts'
import { canonicalJson } from '../register/canonical-json.ts'
import { newId } from '../register/new-id.ts'
import { findingHash } from '../register/sealing.ts'
import { birthProcedureId } from './birth-procedure-id.ts'
import { birthKeys, type BirthKeys } from './birth-keys.ts'
import type { BirthNotice } from './birth-notice.ts'
import { findFamily, type KnownFamily } from './find-parents.ts'
import { noticeFacts } from './notice-facts.ts'
import * as say from './notice-problems.ts'
import { againAfterCollision } from '../register/at-the-same-moment.ts'

/** `opened`: a case of its own; `joined`: the case that another notice of the same birth opened; `repeated`: nothing new. */
export type NoticeOutcome =
  | {
      readonly ok: true
      readonly what: 'opened' | 'joined' | 'repeated'
      readonly caseId: string
      readonly number: string
    }
  | { readonly ok: false; readonly why: 'invalid' | 'conflict'; readonly problems: readonly Problem[] }

export interface NoticeOptions {
  /** Purpose `casework`. */
  readonly access: Access
  readonly by: Actor
  readonly notice: BirthNotice
  readonly now: Temporal.Instant
}

/** Takes a notice of a birth: an offer to the family, prefilled, one case a child however many tell of it. */
export async function notifyBirth(casework: Casework, options: NoticeOptions): Promise<NoticeOutcome> {
  const { access, notice, now } = options
  const openedOn = chineseDay(now)
  const problems = checkNotice(notice, openedOn)
  if (problems.length > 0) return { ok: false, why: 'invalid', problems }
  const facts = { 'child.birthDate': notice.child.birthDate }
  const procedure = versionFor(casework.proceduresOf(access.region), birthProcedureId, { facts, openedOn })
  if (procedure === undefined) return { ok: false, why: 'invalid', problems: [say.noProcedure] }
  const family = await findFamily(casework, { region: access.region, notice })
  const keys = birthKeys(casework.secrets, notice, family.mother?.person ?? null)
  return againAfterCollision(() =>
    withAccess(casework.register, { access, births: true }, (tx) =>
      take(tx, casework, { ...options, procedure, family, keys }),
    ),
  )
}

function checkNotice({ child, mother, father, record, where }: BirthNotice, today: string): readonly Problem[] {
  const problems: Problem[] = child.birthDate > today ? [say.notYetBorn] : []
  for (const [role, parent] of [['mother', mother] as const, ['father', father ?? null] as const]) {
    const number = parent?.identityNumber
    if (!number) continue
    const read = parseResidentId(number)
    if (!read.ok)
      problems.push({ path: `${role}.identityNumber`, code: read.problem.code, message: read.problem.message })
    else if (read.id.sex !== (role === 'mother' ? 'female' : 'male')) problems.push(say.parentSex(role))
  }
  if (record === null && where === 'in-institution') problems.push(say.noRecord)
  return problems
}

type Taking = NoticeOptions & {
  readonly procedure: Procedure
  readonly family: KnownFamily
  readonly keys: BirthKeys
}

interface Known extends Record<string, unknown> {
  readonly case_id: string
  readonly number: string
  readonly mother: string
  readonly digest: string | null
}

async function take(tx: Transaction, casework: Casework, taking: Taking): Promise<NoticeOutcome> {
  const { access, notice, keys } = taking
  const { region } = access
  const digest = findingHash(casework.secrets, 'notice', canonicalJson(notice))
  // Two tellers of one birth at the same moment wait for one another, whichever day each gives.
  tx.post('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${region} ${keys.mother}`])
  const [[seen], known] = await Promise.all([
    tx.query<Known>(
      `select n.case_id, c.number, '' as mother, encode(n.digest, 'base64') as digest from casework.notice n
       join casework.case_row c on c.region = n.region and c.id = n.case_id
       where n.region = $1 and c.region = $1 and n.id = $2`,
      [region, notice.id],
    ),
    findKnown(tx, { region, keys: [...(keys.record === null ? [] : [keys.record]), ...keys.near] }),
  ])
  if (seen !== undefined) {
    if (seen.digest !== digest) return refuse(tx, taking, say.otherContent)
    return { ok: true, what: 'repeated', caseId: seen.case_id, number: seen.number }
  }
  const contradicting = known.find(({ mother }) => mother !== keys.mother)
  if (contradicting !== undefined) return refuse(tx, taking, say.twoMothers(contradicting.number))
  const same = known[0]
  if (same === undefined) return open(tx, casework, taking, digest)
  keepNotice(tx, taking, { digest, caseId: same.case_id })
  audit(tx, taking, { caseId: same.case_id, detail: { notice: notice.id, what: 'joined' } })
  return { ok: true, what: 'joined', caseId: same.case_id, number: same.number }
}

function findKnown(tx: Transaction, { region, keys }: { readonly region: string; readonly keys: readonly string[] }) {
  return tx.query<Known>(
    `select k.case_id, c.number, encode(k.mother, 'base64') as mother, null as digest from casework.birth_key k
     join casework.case_row c on c.region = k.region and c.id = k.case_id
     where k.region = $1 and c.region = $1
       and k.key = any ($2::bytea[])`,
    [region, keys.map((key) => Buffer.from(key, 'base64'))],
  )
}

async function open(tx: Transaction, casework: Casework, taking: Taking, digest: string): Promise<NoticeOutcome> {
  const { access, by, notice, now, procedure, family, keys } = taking
  const { region } = access
  const home = family.mother ?? family.father
  const caseId = newId(now)
  const child = newId(now)
  const parties: readonly Party[] = [
    { person: child, role: 'child' },
    ...(family.mother === null ? [] : [{ person: family.mother.person, role: 'mother' as const }]),
    ...(family.father === null ? [] : [{ person: family.father.person, role: 'father' as const }]),
  ]
  const outcome = await openCase(tx, casework, {
    access,
    caseId,
    procedure: procedure.id,
    actionId: notice.id,
    by,
    facts: noticeFacts(procedure, { notice, family, region }),
    subject: child,
    parties,
    township: home?.township ?? null,
    village: home?.village ?? null,
    now,
  })
  if (!outcome.ok) return { ok: false, why: 'invalid', problems: outcome.problems }
  const mother = Buffer.from(keys.mother, 'base64')
  const own = keys.record === null ? [keys.own] : [keys.own, keys.record]
  const rows = own.map((key) => ({ region, key: Buffer.from(key, 'base64'), case_id: caseId, mother }))
  postRows(tx, rowsOf('casework.birth_key', rows))
  keepNotice(tx, taking, { digest, caseId })
  return { ok: true, what: 'opened', caseId, number: outcome.row.number }
}

function keepNotice(
  tx: Transaction,
  { access, notice, now }: Taking,
  { digest, caseId }: { readonly digest: string; readonly caseId: string },
): void {
  tx.post(
    `insert into casework.notice (region, id, digest, case_id, actor, at) values ($1, $2, decode($3, 'base64'), $4, $5, $6)`,
    [access.region, notice.id, digest, caseId, access.actor, now.toString({ smallestUnit: 'microsecond' })],
  )
}

function refuse(tx: Transaction, taking: Taking, problem: Problem): NoticeOutcome {
  audit(tx, taking, { caseId: null, detail: { notice: taking.notice.id, refused: problem.code } })
  return { ok: false, why: 'conflict', problems: [problem] }
}

function audit(
  tx: Transaction,
  { access }: Taking,
  { caseId, detail }: { readonly caseId: string | null; readonly detail: object },
): void {
  auditWrite(tx, { access: { ...access, caseId }, kind: 'birth-notice', subject: null, detail })
}
