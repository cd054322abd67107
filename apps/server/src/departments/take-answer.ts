import type { Problem } from '@junheng/casework'
import type { Answer } from '@junheng/connector'
import type { Transaction } from '../database/statements.ts'
import { decideAndRecord, refuse } from '../cases/act-on-case.ts'
import { findCase } from '../cases/case-rows.ts'
import { chineseDay, type Casework } from '../cases/casework.ts'
import { OutcomeRefused } from '../cases/outcome-refused.ts'
import { departmentActors, programAccess } from '../cases/programs.ts'
import { withAccess, type Access } from '../register/access.ts'
import { againAfterCollision } from '../register/at-the-same-moment.ts'
import { unknownDelivery } from './answer-problems.ts'
import { findHeard, noteAnswer } from './answer-rows.ts'
import { judgeAnswer } from './judge-answer.ts'

/** What was done with an answer: `applied` to the case, `noted` at the delivery only, `stale` or `repeated`: nothing. */
export type Taken =
  | { readonly ok: true; readonly taken: 'applied' | 'noted' | 'stale' | 'repeated' }
  | { readonly ok: false; readonly why: 'conflict' | 'refused'; readonly problems: readonly Problem[] }

interface Taking {
  readonly access: Access
  readonly answer: Answer
  readonly now: Temporal.Instant
}

/**
 * Takes a department's answer, whose signature has been checked. The same one again changes nothing; one that a later
 * one has overtaken is ignored; one that contradicts the case, or belongs to none, is refused and kept nowhere but in
 * the audit chain.
 */
export async function takeAnswer(
  casework: Casework,
  { region, answer, now }: { readonly region: string; readonly answer: Answer; readonly now: Temporal.Instant },
): Promise<Taken> {
  const access = programAccess(region, { actor: departmentActors[answer.department], caseId: answer.case })
  const inside = <T>(work: (tx: Transaction) => Promise<T>) =>
    withAccess(casework.register, { access, births: true }, work)
  return againAfterCollision(async () => {
    try {
      return await inside((tx) => take(tx, casework, { access, answer, now }))
    } catch (error) {
      if (!(error instanceof OutcomeRefused)) throw error
      // All was rolled back; that it was tried is kept apart from it.
      return inside(async (tx) => say(tx, { access, answer, why: 'refused', problems: error.problems }))
    }
  })
}

async function take(tx: Transaction, casework: Casework, { access, answer, now }: Taking): Promise<Taken> {
  const { region } = access
  // The case is locked first, so that answers to one case are taken one after another; both are asked in one journey.
  const [kept, heard] = await Promise.all([
    findCase(tx, casework, { region, caseId: answer.case, lock: true }),
    findHeard(tx, { region, answer }),
  ])
  const judged = judgeAnswer(answer, { heard, kept, on: chineseDay(now) })
  if (judged.kind === 'repeated') return { ok: true, taken: 'repeated' }
  if (judged.kind === 'say') return say(tx, { access, answer, ...judged })
  if (heard === undefined || kept === undefined) {
    return say(tx, { access, answer, why: 'conflict', problems: [unknownDelivery] })
  }
  if (judged.kind === 'note') {
    noteAnswer(tx, { region, answer, delivery: heard, taken: judged.taken, now })
    return { ok: true, taken: judged.taken }
  }
  // Noted first: what the register learns changes whom the rest of the transaction acts as.
  noteAnswer(tx, { region, answer, delivery: heard, taken: 'applied', now })
  const outcome = await decideAndRecord(tx, casework, { access, caseId: answer.case, action: judged.action, now, kept })
  if (!outcome.ok) throw new OutcomeRefused(outcome.problems)
  return { ok: true, taken: 'applied' }
}

/** Says no, and keeps that it was tried. */
function say(
  tx: Transaction,
  {
    access,
    answer,
    why,
    problems,
  }: Pick<Taking, 'access' | 'answer'> & Pick<Extract<Taken, { ok: false }>, 'why' | 'problems'>,
): Taken {
  refuse(tx, { access, caseId: answer.case, action: { id: answer.id, kind: 'answer' } }, problems)
  return { ok: false, why, problems }
}
