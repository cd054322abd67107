import { caseKey, versionFor, type Problem, type Procedure, type WrittenFacts } from '@junheng/casework'
import { toldByNotice } from '../births/told-by-notice.ts'
import type { Transaction } from '../database/statements.ts'
import { withAccess, type Access } from '../register/access.ts'
import { againAfterCollision, databaseCode } from '../register/at-the-same-moment.ts'
import { newId } from '../register/new-id.ts'
import { findingHash } from '../register/sealing.ts'
import type { CaseOutcome } from './act-on-case.ts'
import { findCase } from './case-rows.ts'
import { chineseDay, type Casework } from './casework.ts'
import { isClaim } from './claim-cases.ts'
import { findKnownPeople, prefilledFrom, type KnownPeople } from './known-people.ts'
import { openCase, type Party } from './open-case.ts'
import * as say from './opening-problems.ts'

export interface CaseAsked {
  /** Purpose `casework`. */
  readonly access: Access
  /** Chosen by the sender, and the case's own: sent again, it is one case. */
  readonly id: string
  readonly procedure: string
  /** The units of the post, or `family`. */
  readonly units: readonly string[]
  readonly person: string
  /** The child it is about, by the register's id; null: a household's, or a child that the register does not know. */
  readonly child: string | null
  /** For whom it is opened, by the register's id; null: not known here. */
  readonly applicant: string | null
  /** Where it is, nine digits, when nobody of it is known here: a child in an institution. */
  readonly township: string | null
  readonly facts: WrittenFacts
  readonly now: Temporal.Instant
}

/**
 * Opens a case of any procedure that its data lets these units open. Births have their notices and claims their own page:
 * both know the same matter again in ways of their own. A case of the same matter, by `uniqueBy`, is told by its number.
 */
export async function openByHand(casework: Casework, asked: CaseAsked): Promise<CaseOutcome> {
  const { access, facts, now } = asked
  const openedOn = chineseDay(now)
  const procedure = versionFor(casework.proceduresOf(access.region), asked.procedure, { facts, openedOn })
  if (procedure === undefined) return refused([say.notHere])
  if (isClaim(procedure)) return refused([say.claimsPage])
  if (toldByNotice(procedure, facts)) return refused([say.birthNotice])
  const notAsked = fieldsNotAsked(procedure, asked)
  if (notAsked.length > 0) return refused(notAsked)
  const known = await findKnownPeople(casework, {
    region: access.region,
    child: asked.child,
    applicant: asked.applicant,
  })
  const problem = checkPeople(procedure, asked, known)
  if (problem !== null) return refused([problem])
  try {
    return await againAfterCollision(() =>
      withAccess(casework.register, { access, births: true }, (tx) =>
        write(tx, casework, { ...asked, procedure, known }),
      ),
    )
  } catch (error) {
    // Somebody of a township that this post does not reach, or an id that is another case's.
    if (['23505', '42501'].includes(databaseCode(error) ?? '')) return refused([say.outOfReach])
    throw error
  }
}

function refused(problems: readonly Problem[]): CaseOutcome {
  return { ok: false, why: 'refused', problems }
}

/** A family says what the form asks it; staff say anything that the form has. */
function fieldsNotAsked({ form }: Procedure, { units, facts }: CaseAsked): readonly Problem[] {
  const family = units.includes('family')
  const asked = new Set(
    form.filter(({ prefilledFrom, required }) => !family || prefilledFrom === null || required).map(({ name }) => name),
  )
  return Object.keys(facts)
    .filter((name) => !asked.has(name))
    .map((name) => ({ ...say.notAsked, path: `facts.${name}` }))
}

function checkPeople(
  { subject }: Procedure,
  { child, applicant, units, person }: CaseAsked,
  { people }: KnownPeople,
): Problem | null {
  const knows = (id: string) => people.some((one) => one.id === id)
  if (child !== null && (subject !== 'child' || !knows(child))) return say.unknownChild
  if (applicant !== null && !knows(applicant)) return say.unknownApplicant
  if (!units.includes('family') || child === null) return null
  const carer = people.some(({ id, role }) => id === person && ['mother', 'father', 'guardian'].includes(role))
  return carer ? null : say.notYourChild
}

type Writing = Omit<CaseAsked, 'procedure'> & { readonly procedure: Procedure; readonly known: KnownPeople }

async function write(tx: Transaction, casework: Casework, writing: Writing): Promise<CaseOutcome> {
  const { access, id: caseId, procedure, units, person, now, known, facts } = writing
  const { region } = access
  const earlier = await findCase(tx, casework, { region, caseId })
  if (earlier !== undefined) {
    const same = earlier.row.procedure === procedure.id
    return same ? { ok: true, repeated: true, row: earlier.row, state: earlier.state } : refused([say.otherContent])
  }
  const all = { ...prefilledFrom(procedure, { ...known, region }), ...facts }
  const written = caseKey(procedure, all)
  const key = written === null ? null : findingHash(casework.secrets, 'case-key', written)
  const first = key === null ? undefined : await findSame(tx, { region, key })
  if (first !== undefined) return refused([say.alreadyOpen(first.number)])
  const subject = procedure.subject === 'child' ? (writing.child ?? newId(now)) : writing.applicant
  const parties = partiesOf(writing, subject)
  const home = known.people.find(({ role }) => role === 'applicant') ?? known.people[0]
  const outcome = await openCase(tx, casework, {
    access,
    caseId,
    procedure: procedure.id,
    actionId: `open/${caseId}`,
    by: { unit: units.find((unit) => procedure.openedBy.includes(unit)) ?? units[0] ?? 'nobody', person },
    facts: all,
    subject,
    parties,
    township: home?.township ?? writing.township,
    village: home?.village ?? null,
    now,
  })
  if (!outcome.ok || key === null) return outcome
  await tx.query(
    `insert into casework.case_key (region, key, case_id) values ($1, decode($2, 'base64'), $3)
     on conflict (region, key) do update set case_id = excluded.case_id`,
    [region, key, caseId],
  )
  return outcome
}

/** A case of the same matter, unless it came to nothing: what was withdrawn may be asked for again. */
async function findSame(
  tx: Transaction,
  { region, key }: { readonly region: string; readonly key: string },
): Promise<{ readonly number: string } | undefined> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${region} ${key}`])
  const [row] = await tx.query<{ number: string }>(
    `select c.number from casework.case_key k join casework.case_row c on c.region = k.region and c.id = k.case_id
     where k.region = $1 and c.region = $1 and k.key = decode($2, 'base64')
       and c.status not in ('withdrawn', 'cancelled', 'refused', 'stopped')`,
    [region, key],
  )
  return row
}

/** Who the case is about and who may see it: a parent who adopts is a parent of a child not known yet. */
function partiesOf({ procedure, child, known }: Writing, subject: string | null): readonly Party[] {
  const parties = known.people.map(({ id, role }): Party => ({ person: id, role }))
  if (procedure.subject !== 'child' || subject === null || child !== null) return parties
  const adopting = known.people.flatMap(({ id, role, sex }): readonly Party[] =>
    role !== 'applicant' || sex === null ? [] : [{ person: id, role: sex === 'female' ? 'mother' : 'father' }],
  )
  return [{ person: subject, role: 'child' }, ...adopting, ...parties]
}
