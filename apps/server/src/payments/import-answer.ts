import { createHash } from 'node:crypto'
import { importAnswer as takeAnswer, lineState, type Action, type Problem } from '@junheng/casework'
import type { Transaction } from '../database/statements.ts'
import { againAfterCollision } from '../register/at-the-same-moment.ts'
import { decideAndRecord } from '../cases/act-on-case.ts'
import { findCase, type KeptCase } from '../cases/case-rows.ts'
import { chineseDay, type Casework } from '../cases/casework.ts'
import { withAccess, type Access } from '../register/access.ts'
import { auditWrite } from '../register/audit-write.ts'
import { readAnswer, type AnswerLine } from './bank-csv.ts'
import { asBatch, findBatch, type KeptBatch, type KeptLine } from './batch-rows.ts'
import { enterLedger } from './enter-ledger.ts'
import * as say from './answer-problems.ts'

export type ImportOutcome =
  | {
      readonly ok: true
      /** True where the file changed nothing. */
      readonly repeated: boolean
      readonly paid: number
      readonly returned: number
    }
  | { readonly ok: false; readonly why: 'unknown-batch' | 'refused'; readonly problems: readonly Problem[] }

export interface ImportOptions {
  readonly access: Access
  readonly batch: string
  readonly file: Uint8Array
  readonly now: Temporal.Instant
}

/**
 * Takes the bank's answer to a batch, all or nothing: what was paid enters the ledger, what came back waits for another
 * account. The same file again, or the same answer in another file, changes nothing.
 */
export function importAnswer(casework: Casework, options: ImportOptions): Promise<ImportOutcome> {
  const { access, batch, file } = options
  const read = readAnswer(file)
  if (!read.ok) return Promise.resolve({ ok: false, why: 'refused', problems: read.problems })
  const digest = createHash('sha256').update(file).digest()
  return againAfterCollision(() =>
    withAccess(casework.register, { access, births: true }, async (tx): Promise<ImportOutcome> => {
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${access.region} ${batch}`])
      const kept = await findBatch(tx, casework, { region: access.region, id: batch, lock: true })
      if (kept === undefined) return { ok: false, why: 'unknown-batch', problems: [] }
      const [seen] = await tx.query<{ paid: number; returned: number }>(
        'select paid, returned from payment.bank_answer where region = $1 and batch = $2 and digest = $3',
        [access.region, batch, digest],
      )
      if (seen !== undefined) return { ok: true, repeated: true, ...seen }
      const problems = [...checkLines(kept, read.lines), ...say.daysInTheFuture(read.lines, chineseDay(options.now))]
      const taken = takeAnswer(asBatch(kept), { batch: read.batch, lines: read.lines })
      if (!taken.ok) problems.push(...taken.problems)
      if (problems.length > 0 || !taken.ok) return { ok: false, why: 'refused', problems }
      const changed = taken.batch.lines.flatMap((line): readonly Changed[] => {
        const before = kept.lines.find((one) => one.line === line.line)
        const state = lineState(line)
        const answer = line.answers.at(-1)
        return before === undefined || answer === undefined || state === 'open' || state === before.state
          ? []
          : [{ before, state, on: answer.on, reason: answer.reason }]
      })
      return record(tx, casework, { ...options, kept, changed, digest })
    }),
  )
}

/** A line that the file says something new of. */
export interface Changed {
  readonly before: KeptLine
  readonly state: 'paid' | 'returned'
  readonly on: string
  readonly reason: string | null
}

function checkLines({ lines }: KeptBatch, answers: readonly AnswerLine[]): Problem[] {
  return answers.flatMap(({ line, account, result }) => {
    const own = lines.find((one) => one.line === line)
    if (own === undefined) return []
    if (account !== null && account !== own.payee.account) return [say.otherAccount(line)]
    return own.state === 'returned' && result === 'paid' ? [say.paidAfterReturn(line)] : []
  })
}

type Recording = ImportOptions & {
  readonly kept: KeptBatch
  readonly changed: readonly Changed[]
  readonly digest: Buffer
}

async function record(tx: Transaction, casework: Casework, recording: Recording): Promise<ImportOutcome> {
  const { access, batch, changed, digest, now } = recording
  const { region, actor } = access
  const count = (state: Changed['state']) => changed.filter((one) => one.state === state).length
  const [paid, returned] = [count('paid'), count('returned')]
  const at = now.toString({ smallestUnit: 'microsecond' })
  await enterLedger(tx, { access, batch, changed, at })
  await tx.query(
    `insert into payment.bank_answer (region, batch, digest, actor, at, paid, returned) values ($1, $2, $3, $4, $5, $6, $7)`,
    [region, batch, digest, actor, at, paid, returned],
  )
  for (const one of changed) await moveCase(tx, casework, { recording, one })
  auditWrite(tx, {
    access,
    kind: 'bank-answered',
    subject: null,
    detail: { batch, paid, returned, file: digest.toString('hex') },
  })
  return { ok: true, repeated: changed.length === 0, paid, returned }
}

/** Tells the claim's case: its payment is done, or the family is asked for another account. */
async function moveCase(
  tx: Transaction,
  casework: Casework,
  { recording, one }: { readonly recording: Recording; readonly one: Changed },
): Promise<void> {
  const { access, batch, now } = recording
  for (const make of one.state === 'paid' ? [paidAction] : [reopenAction, askAction]) {
    const kept = await findCase(tx, casework, { region: access.region, caseId: one.before.claim, lock: true })
    if (kept === undefined) throw new Error('a claim that is paid has no case')
    const action = make(kept, {
      ...one,
      id: `bank/${batch}/${one.before.line}/${one.state}`,
      today: chineseDay(now),
      person: access.actor,
    })
    if (action === null) continue
    const outcome = await decideAndRecord(tx, casework, { access, caseId: kept.row.id, action, now, kept })
    if (!outcome.ok) throw new Error(outcome.problems.map(({ path, code }) => `${path}: ${code}`).join(', '))
  }
}

type Told = Changed & { readonly id: string; readonly today: string; readonly person: string }

const payment = 'payment'

function unitOf({ procedure }: KeptCase): string {
  return procedure.items.find(({ id }) => id === payment)?.unit ?? procedure.lead
}

function paidAction(kept: KeptCase, { id, on, today, person }: Told): Action | null {
  if (kept.state.items[payment]?.status !== 'working') return null
  return {
    kind: 'answer',
    id,
    on: today,
    by: { unit: unitOf(kept), person },
    item: payment,
    result: 'done',
    outputs: { 'claim.paidOn': on },
    ground: null,
    pause: null,
    words: null,
  }
}

/** A payment that came back after it was told as done is open again. */
function reopenAction({ procedure, state }: KeptCase, { id, reason, today, person }: Told): Action | null {
  if (state.items[payment]?.status !== 'done') return null
  const by = { unit: procedure.lead, person }
  return { kind: 'reopen', id: `${id}/reopen`, on: today, by, items: [payment], words: reason ?? '银行退回' }
}

function askAction(kept: KeptCase, { id, reason, today, person }: Told): Action | null {
  if (kept.state.items[payment]?.status !== 'working') return null
  const by = { unit: unitOf(kept), person }
  return {
    kind: 'ask-for-more',
    id,
    on: today,
    by,
    item: payment,
    pause: 'supplement',
    words: `银行退回：${reason ?? '账户有误'}`,
  }
}
