import { problem, type Problem } from '../problem.ts'
import { sumFen, type Movement } from './ledger.ts'
import type { Settlement } from './settle-claim.ts'

export interface Payee {
  readonly name: string
  readonly account: string
}

/** What the bank said of a line: the money arrived, or came back. */
export interface LineAnswer {
  readonly result: 'paid' | 'returned'
  /** ISO day. */
  readonly on: string
  readonly reason: string | null
}

export interface BatchLine {
  /** Number of the line, from 1. */
  readonly line: number
  readonly claim: string
  readonly payee: Payee
  /** More than 0; the sum of its parts. */
  readonly fen: number
  /** Which period the money is for; a part less than 0 sets off what was paid too much. */
  readonly parts: readonly { readonly period: string; readonly fen: number }[]
  /** In the order the bank gave them. */
  readonly answers: readonly LineAnswer[]
}

/** One order to the bank. Two people make it: who prepared it cannot approve it. */
export interface Batch {
  readonly id: string
  readonly preparedBy: string
  readonly preparedOn: string
  readonly approval: { readonly by: string; readonly on: string } | null
  readonly lines: readonly BatchLine[]
  readonly totalFen: number
}

export type BatchResult =
  | { readonly ok: true; readonly batch: Batch }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** A batch of the settlements that have money to pay; those that have none are left out. */
export function prepareBatch(options: {
  readonly id: string
  readonly by: string
  /** ISO day. */
  readonly on: string
  readonly payments: readonly { readonly settlement: Settlement; readonly payee: Payee }[]
}): BatchResult {
  const { id, by, on, payments } = options
  const paying = payments.filter(({ settlement }) => settlement.toPayFen > 0)
  const problems: Problem[] = []
  if (paying.length === 0)
    problems.push(problem('payments', 'nothing-to-pay', { zh: '没有要发的钱', en: 'There is nothing to pay' }))
  const seen = new Set<string>()
  for (const [index, { settlement, payee }] of paying.entries()) {
    const path = `payments[${index}]`
    if (seen.has(settlement.claim)) {
      problems.push(
        problem(`${path}.claim`, 'claim-twice', {
          zh: '同一笔申领在一批里出现两次',
          en: 'The same claim is twice in one batch',
        }),
      )
    }
    seen.add(settlement.claim)
    if (!/^\d{8,30}$/.test(payee.account)) {
      problems.push(
        problem(`${path}.payee.account`, 'wrong-account', {
          zh: '收款账号要是 8 到 30 位数字',
          en: 'The account must be 8 to 30 digits',
        }),
      )
    }
    if (payee.name.trim() === '' || /[\r\n\t]/.test(payee.name)) {
      problems.push(
        problem(`${path}.payee.name`, 'wrong-name', {
          zh: '户名不能空着，也不能换行',
          en: 'The holder’s name must not be empty or broken over lines',
        }),
      )
    }
  }
  if (problems.length > 0) return { ok: false, problems }
  const lines = paying.map(({ settlement, payee }, index): BatchLine => ({
    line: index + 1,
    claim: settlement.claim,
    payee,
    fen: settlement.toPayFen,
    parts: settlement.lines.filter(({ fen }) => fen !== 0).map(({ period, fen }) => ({ period, fen })),
    answers: [],
  }))
  return { ok: true, batch: { id, preparedBy: by, preparedOn: on, approval: null, lines, totalFen: sumFen(lines) } }
}

/** Four eyes: somebody else approves, once. */
export function approveBatch(batch: Batch, approval: { readonly by: string; readonly on: string }): BatchResult {
  const refuse = (code: string, zh: string, en: string): BatchResult => ({
    ok: false,
    problems: [problem('by', code, { zh, en })],
  })
  if (batch.approval !== null) return refuse('already-approved', '这一批已经批准', 'The batch is approved already')
  if (approval.by === batch.preparedBy)
    return refuse('same-person', '制单的人不能自己批准', 'Who prepared the batch cannot approve it')
  if (approval.on < batch.preparedOn)
    return refuse('before-prepared', '批准日期早于制单日期', 'It cannot be approved before it was prepared')
  return { ok: true, batch: { ...batch, approval } }
}

/** How a line stands: money on its way counts as paid until the bank sends it back. */
export function lineState({ answers }: BatchLine): 'open' | 'paid' | 'returned' {
  if (answers.some(({ result }) => result === 'returned')) return 'returned'
  return answers.length === 0 ? 'open' : 'paid'
}

/**
 * What the batches moved, period by period; a line the bank sent back moved nothing. A batch that waits for its approval
 * counts too, so that nobody is put into two: leave out one that is given up.
 */
export function movementsOf(batches: readonly Batch[]): readonly Movement[] {
  return batches
    .flatMap(({ lines }) => lines)
    .filter((line) => lineState(line) !== 'returned')
    .flatMap(({ claim, parts }) =>
      parts.map(({ period, fen }): Movement => ({
        claim,
        period,
        kind: fen > 0 ? 'paid' : 'recovered',
        fen: Math.abs(fen),
      })),
    )
}
