import { decide, type Action, type CaseState, type Problem } from '@junheng/casework'
import { parseDayNumber } from '@junheng/kernel'
import type { Transaction } from '../database/statements.ts'
import { withAccess, type Access } from '../register/access.ts'
import { againAfterCollision } from '../register/at-the-same-moment.ts'
import { auditWrite } from '../register/audit-write.ts'
import { findCase, type CaseRow, type KeptCase } from './case-rows.ts'
import { chineseDay, type Casework } from './casework.ts'
import { belongsToClaims } from './claim-cases.ts'
import { OutcomeRefused } from './outcome-refused.ts'
import { recordCase } from './record-case.ts'

/** What came of an action on a case. `repeated`: it had been taken before, and nothing was done now. */
export type CaseOutcome =
  | {
      readonly ok: true
      readonly repeated: boolean
      readonly row: Pick<CaseRow, 'id' | 'number'>
      readonly state: CaseState
    }
  | { readonly ok: false; readonly why: 'unknown-case' | 'refused'; readonly problems: readonly Problem[] }

export interface CaseDeed {
  readonly access: Access
  readonly caseId: string
  readonly action: Action
  readonly now: Temporal.Instant
}

/**
 * The one way to change a case: authorise, lock, decide, and write all that follows in one transaction. Sent again, it
 * answers again and writes nothing. Throws `access-refused`.
 */
export async function actOnCase(casework: Casework, deed: CaseDeed): Promise<CaseOutcome> {
  return againAfterCollision(async () => {
    try {
      return await withAccess(casework.register, { access: deed.access, births: true }, (tx) =>
        actOnCaseInside(tx, casework, deed),
      )
    } catch (error) {
      if (!(error instanceof OutcomeRefused)) throw error
      // All was rolled back; that it was tried is kept apart from it.
      return withAccess(casework.register, { access: deed.access, births: true }, async (tx) =>
        refuse(tx, deed, error.problems),
      )
    }
  })
}

/** As `actOnCase`, inside a transaction that has begun with this access. */
async function actOnCaseInside(tx: Transaction, casework: Casework, deed: CaseDeed): Promise<CaseOutcome> {
  const { access, caseId } = deed
  const kept = await findCase(tx, casework, { region: access.region, caseId, lock: true })
  if (kept === undefined) return { ok: false, why: 'unknown-case', problems: [unknownCase] }
  const elsewhere = belongsToClaims(kept.procedure, deed.action)
  if (elsewhere !== null) return refuse(tx, deed, [elsewhere])
  return decideAndRecord(tx, casework, { ...deed, kept })
}

/** Decides on a case that is locked already. */
export async function decideAndRecord(
  tx: Transaction,
  casework: Casework,
  deed: CaseDeed & { readonly kept: KeptCase },
): Promise<CaseOutcome> {
  const { access, now, kept } = deed
  const { row, state: before, procedure } = kept
  // Sent again on a later day, it is still what was done on the first.
  const earlier = before.actions.find(({ id }) => id === deed.action.id)
  const action = earlier === undefined ? deed.action : { ...deed.action, on: earlier.on }
  const day = { calendar: casework.calendar, now: parseDayNumber(chineseDay(now)) ?? 0 }
  const decision = decide(before, action, procedure, day)
  if (!decision.ok) return refuse(tx, deed, decision.problems)
  const { actions, state: after } = decision
  if (actions.length === 0) return { ok: true, repeated: true, row, state: after }
  await recordCase(tx, casework, { access, row, procedure, before, after, actions, now })
  return { ok: true, repeated: false, row, state: after }
}

/** Says no, and keeps that it was tried: which parts were wrong, never what stood in them. */
export function refuse(
  tx: Transaction,
  { access, caseId, action }: Pick<CaseDeed, 'access' | 'caseId'> & { readonly action: Pick<Action, 'id' | 'kind'> },
  problems: readonly Problem[],
): CaseOutcome {
  auditWrite(tx, {
    access,
    kind: 'case-refused',
    subject: null,
    detail: {
      case: caseId,
      action: action.id,
      kind: action.kind,
      problems: problems.map(({ path, code }) => `${path}: ${code}`),
    },
  })
  return { ok: false, why: 'refused', problems }
}

const unknownCase: Problem = {
  path: 'caseId',
  code: 'unknown-case',
  message: { zh: '没有这个案件，或不在您的范围内', en: 'There is no such case, or it is not within your reach' },
}
