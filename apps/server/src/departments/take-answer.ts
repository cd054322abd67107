import type { Problem } from '@junheng/casework'
import type { Answer } from '@junheng/connector'
import type { Tables } from '../database/generated/db-types.ts'
import type { Transaction } from '../database/statements.ts'
import { decideAndRecord, refuse } from '../cases/act-on-case.ts'
import { findCase, type KeptCase } from '../cases/case-rows.ts'
import { chineseDay, type Casework } from '../cases/casework.ts'
import { OutcomeRefused } from '../cases/outcome-refused.ts'
import { departmentActors, programAccess } from '../cases/programs.ts'
import { withAccess, type Access } from '../register/access.ts'
import { answerAction } from './answer-action.ts'
import { againAfterCollision } from '../register/at-the-same-moment.ts'

/** What was done with an answer: `applied` to the case, `noted` at the delivery only, `stale` or `repeated`: nothing. */
export type Taken =
  | { readonly ok: true; readonly taken: 'applied' | 'noted' | 'stale' | 'repeated' }
  | { readonly ok: false; readonly why: 'conflict' | 'refused'; readonly problems: readonly Problem[] }

type DeliveryRow = Pick<Tables['casework.delivery'], 'id' | 'case_id' | 'item' | 'department' | 'kind' | 'state'>

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
      return inside((tx) => say(tx, { access, answer, why: 'refused', problems: error.problems }))
    }
  })
}

interface Taking {
  readonly access: Access
  readonly answer: Answer
  readonly now: Temporal.Instant
}

async function take(tx: Transaction, casework: Casework, taking: Taking): Promise<Taken> {
  const { access, answer } = taking
  const { region } = access
  // The case is locked first, so that answers to one case are taken one after another.
  const kept = await findCase(tx, casework, { region, caseId: answer.case, lock: true })
  const [seen] = await tx.query('select 1 as one from casework.answer_seen where region = $1 and id = $2', [
    region,
    answer.id,
  ])
  if (seen !== undefined) return { ok: true, taken: 'repeated' }
  const [delivery] = await tx.query<DeliveryRow>(
    'select id, case_id, item, department, kind, state from casework.delivery where region = $1 and id = $2',
    [region, answer.delivery],
  )
  const wrong = findMismatch(answer, delivery, kept)
  if (wrong !== undefined || delivery === undefined || kept === undefined) {
    return say(tx, { access, answer, why: 'conflict', problems: [wrong ?? unknownDelivery] })
  }
  return apply(tx, casework, { ...taking, delivery, kept })
}

/** What stands against an answer being one to this delivery of this case. */
function findMismatch(
  answer: Answer,
  delivery: DeliveryRow | undefined,
  kept: KeptCase | undefined,
): Problem | undefined {
  if (delivery === undefined) return unknownDelivery
  if (delivery.department !== answer.department) return otherDepartment
  if (kept === undefined || delivery.case_id !== answer.case) return otherCase
  return delivery.item === answer.item ? undefined : otherItem
}

type Applying = Taking & { readonly delivery: DeliveryRow; readonly kept: KeptCase }

const ended = new Set(['done', 'refused', 'needs-more', 'cancelled'])

async function apply(tx: Transaction, casework: Casework, applying: Applying): Promise<Taken> {
  const { access, answer, now, delivery, kept } = applying
  const { region } = access
  const own = kept.state.items[answer.item]
  const item = kept.procedure.items.find(({ id }) => id === answer.item)
  if (own === undefined || item === undefined) {
    return say(tx, { access, answer, why: 'conflict', problems: [otherItem] })
  }
  if (answer.outcome === 'accepted') {
    // Says nothing once the outcome is known, however late it comes.
    if (ended.has(delivery.state)) return note(tx, applying, 'stale')
    if (own.startedOn === null || own.acknowledgedOn !== null || own.answer !== null) return note(tx, applying, 'noted')
  } else if (await overtaken(tx, region, answer)) return note(tx, applying, 'stale')
  if (answer.outcome !== 'accepted' && kept.row.ended_on !== null) {
    if (answer.outcome === 'cancelled' || own.answer?.result === answer.outcome) return note(tx, applying, 'noted')
    return say(tx, { access, answer, why: 'conflict', problems: [closed(kept)] })
  }
  // Whoever was sent other facts since answers those too; that answer decides.
  if (answer.outcome !== 'accepted' && delivery.kind !== 'cancel' && (await superseded(tx, region, delivery))) {
    return note(tx, applying, 'noted')
  }
  // A correction answered as the first delivery was: the item is settled that way already.
  if (own.answer !== null && own.answer.result === answer.outcome) return note(tx, applying, 'noted')
  const read = answerAction(answer, { procedure: kept.procedure, item, on: chineseDay(now) })
  if (!read.ok) return say(tx, { access, answer, why: 'refused', problems: read.problems })
  if (read.action === null) return note(tx, applying, 'noted')
  // Noted first: what the register learns changes whom the rest of the transaction acts as.
  await note(tx, applying, 'applied')
  const outcome = await decideAndRecord(tx, casework, { access, caseId: answer.case, action: read.action, now, kept })
  if (!outcome.ok) throw new OutcomeRefused(outcome.problems)
  return { ok: true, taken: 'applied' }
}

/** True where a later outcome of the same item has been taken: an answer that was long on its way. */
async function overtaken(tx: Transaction, region: string, { case: of, item, sequence }: Answer): Promise<boolean> {
  const [row] = await tx.query<{ last: number | null }>(
    `select max(sequence) as last from casework.answer_seen
     where region = $1 and case_id = $2 and item = $3 and outcome <> 'accepted'`,
    [region, of, item],
  )
  return (row?.last ?? 0) >= sequence
}

/** True where the department was sent a newer version of the same item. */
async function superseded(tx: Transaction, region: string, delivery: DeliveryRow): Promise<boolean> {
  const [newest] = await tx.query<{ id: string }>(
    `select id from casework.delivery where region = $1 and case_id = $2 and item = $3 and kind <> 'cancel'
     order by case_seq desc limit 1`,
    [region, delivery.case_id, delivery.item],
  )
  return newest?.id !== delivery.id
}

async function note(
  tx: Transaction,
  { access: { region }, answer, now, delivery }: Applying,
  taken: 'applied' | 'noted' | 'stale',
): Promise<Taken> {
  await tx.query(
    `insert into casework.answer_seen (region, id, delivery, case_id, item, sequence, outcome, taken, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      region,
      answer.id,
      answer.delivery,
      answer.case,
      answer.item,
      answer.sequence,
      answer.outcome,
      taken,
      now.toString({ smallestUnit: 'microsecond' }),
    ],
  )
  if (
    taken !== 'stale' &&
    delivery.state !== answer.outcome &&
    !(answer.outcome === 'accepted' && ended.has(delivery.state))
  ) {
    await tx.query('update casework.delivery set state = $3, next_at = null where region = $1 and id = $2', [
      region,
      delivery.id,
      answer.outcome,
    ])
  }
  // A cancellation takes back everything that was sent of the item and not settled.
  if (answer.outcome === 'cancelled') {
    await tx.query(
      `update casework.delivery set state = 'cancelled', next_at = null
       where region = $1 and case_id = $2 and item = $3 and kind <> 'cancel' and state not in ('done', 'refused', 'cancelled')`,
      [region, delivery.case_id, delivery.item],
    )
  }
  return { ok: true, taken }
}

async function say(
  tx: Transaction,
  {
    access,
    answer,
    why,
    problems,
  }: {
    readonly access: Access
    readonly answer: Answer
    readonly why: 'conflict' | 'refused'
    readonly problems: readonly Problem[]
  },
): Promise<Taken> {
  refuse(tx, { access, caseId: answer.case, action: { id: answer.id, kind: 'answer' } }, problems)
  return { ok: false, why, problems }
}

function conflict(path: string, code: string, zh: string, en: string): Problem {
  return { path, code, message: { zh, en } }
}

function closed({ row }: KeptCase): Problem {
  return conflict(
    'case',
    'case-closed',
    `案件 ${row.number} 已在 ${row.ended_on ?? ''} 结束，不再接受结果；如有更正请联系牵头单位`,
    `Case ${row.number} ended on ${row.ended_on ?? ''} and takes no more answers; tell the lead unit of corrections`,
  )
}

const unknownDelivery = conflict(
  'delivery',
  'unknown-delivery',
  '没有发出过这个编号的任务',
  'No delivery of this id was ever sent',
)
const otherDepartment = conflict(
  'department',
  'other-department',
  '这个任务发给了另一个部门',
  'This delivery went to another department',
)
const otherCase = conflict('case', 'other-case', '这个任务不属于这个案件', 'This delivery does not belong to that case')
const otherItem = conflict('item', 'other-item', '这个任务是另一个事项的', 'This delivery is of another item')
