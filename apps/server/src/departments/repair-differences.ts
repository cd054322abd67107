import type { Answer, Department, Difference } from '@junheng/connector'
import type { Casework } from '../cases/casework.ts'
import { withAccess, type Access } from '../register/access.ts'
import { auditWrite } from '../register/audit-write.ts'
import { askAgain, type Connection } from './call-department.ts'
import { takeAnswer } from './take-answer.ts'

/**
 * What became of a difference. `sent-again`: it waits to be sent; `answer-taken`: the department said its answer again, and
 * it was taken as any other; `not-taken`: it was, and the case does not allow it; `nothing-said`, `silent`, `unsigned`:
 * the department has no answer to say, did not reply, or did not sign.
 */
export interface Repair {
  readonly delivery: string
  readonly kind: 'never-arrived' | 'answer-lost'
  readonly how: 'sent-again' | 'answer-taken' | 'not-taken' | 'nothing-said' | 'silent' | 'unsigned'
  readonly outcome: Answer['outcome'] | null
}

/** Answers that one call asks for again: each is a call of its own. */
const mostAnswers = 200

export interface Repairing {
  /** Of whoever asked for it. */
  readonly access: Access
  readonly department: Department
  readonly connection: Connection
  readonly timeoutMs: number
  readonly differences: readonly Difference[]
  readonly now: Temporal.Instant
}

/**
 * Repairs what one side has lost: sends anew what never arrived, and asks again for answers that we do not have. A
 * repetition is known by its id on either side, so that nothing is done twice. All of it is on the audit chain.
 */
export async function repairDifferences(casework: Casework, repairing: Repairing): Promise<readonly Repair[]> {
  const of = (kind: Difference['kind']) =>
    repairing.differences.filter((one) => one.kind === kind).map(({ delivery }) => delivery)
  const answers = await takeAgain(casework, repairing, of('answer-lost').slice(0, mostAnswers))
  const sent = await sendAnew(casework, repairing, of('never-arrived'))
  const repairs = [...sent, ...answers]
  if (repairs.length > 0) await audit(casework, repairing, repairs)
  return repairs
}

/** In the order in which the department gave them, so that none is taken for late. */
async function takeAgain(
  casework: Casework,
  { access: { region }, department, connection, timeoutMs, now }: Repairing,
  lost: readonly string[],
): Promise<readonly Repair[]> {
  const repairs: Repair[] = []
  const answers: Answer[] = []
  const seconds = Math.floor(now.epochMilliseconds / 1000)
  for (const delivery of lost) {
    const said = await askAgain(connection, delivery, { seconds, timeoutMs })
    if (said.kind === 'said' && said.answer.department === department) answers.push(said.answer)
    else {
      const how = said.kind === 'nothing' ? 'nothing-said' : said.kind === 'said' ? 'unsigned' : said.kind
      repairs.push({ delivery, kind: 'answer-lost', how, outcome: null })
    }
  }
  for (const answer of answers.toSorted((a, b) => a.sequence - b.sequence)) {
    const { ok } = await takeAnswer(casework, { region, answer, now })
    const { delivery, outcome } = answer
    repairs.push({ delivery, kind: 'answer-lost', how: ok ? 'answer-taken' : 'not-taken', outcome })
  }
  return repairs
}

function sendAnew(casework: Casework, { access, now }: Repairing, lost: readonly string[]): Promise<readonly Repair[]> {
  if (lost.length === 0) return Promise.resolve([])
  return withAccess(casework.register, { access, births: true }, async (tx) => {
    const rows = await tx.query<{ id: string }>(
      `update casework.delivery set state = 'waiting', attempts = 0, next_at = $3
       where region = $1 and id = any ($2::uuid[]) and state in ('sent', 'accepted') returning id`,
      [access.region, lost, now.toString()],
    )
    const deliveries = rows.map(({ id }) => id)
    if (deliveries.length > 0) await casework.wake(tx, { region: access.region, deliveries })
    return deliveries.map((id) => ({ delivery: id, kind: 'never-arrived', how: 'sent-again', outcome: null }) as const)
  })
}

/** Who had it repaired, and what became of each; the answers themselves are on the chain as all others are. */
async function audit(casework: Casework, { access, department }: Repairing, repairs: readonly Repair[]): Promise<void> {
  await withAccess(casework.register, { access, births: true }, async (tx) => {
    const repaired = repairs.map(({ delivery, how }) => ({ delivery, how }))
    auditWrite(tx, { access, kind: 'reconciled', subject: null, detail: { department, repaired } })
  })
}
