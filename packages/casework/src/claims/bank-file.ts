import { parseDay, parseYuan } from '@junheng/kernel'
import { problem, type Problem } from '../problem.ts'
import { lineState, type Batch, type BatchLine, type LineAnswer } from './batch.ts'
import { sumFen } from './ledger.ts'

/**
 * The order as text for the bank: a heading, one tab-separated line a payment (line, name, account, yuan with two decimals,
 * claim), and a last line with the count and the total, so that a file cut short is seen. Null before it is approved.
 */
export function exportBatch(batch: Batch): string | null {
  if (batch.approval === null) return null
  const rows = batch.lines.map(({ line, payee, fen, claim }) =>
    [line, payee.name, payee.account, yuan(fen), claim].join('\t'),
  )
  return [`BATCH\t${batch.id}`, ...rows, `END\t${batch.lines.length}\t${yuan(batch.totalFen)}`, ''].join('\n')
}

function yuan(fen: number): string {
  return `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
}

export interface BankAnswer {
  readonly batch: string
  readonly lines: readonly (LineAnswer & { readonly line: number; readonly fen: number })[]
}

export type ReadBankAnswer =
  | { readonly ok: true; readonly answer: BankAnswer }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Reads `BATCH id`, then `line, paid|returned, yuan, day, reason` a line, then `END count`; every bad line is named. */
export function readBankAnswer(text: string): ReadBankAnswer {
  const rows = text
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/)
    .filter((row) => row !== '')
    .map((row) => row.split('\t'))
  const problems: Problem[] = []
  const bad = (row: number, zh: string, en: string): void => {
    problems.push(problem(`row ${row}`, 'malformed', { zh: `第 ${row} 行：${zh}`, en: `row ${row}: ${en}` }))
  }
  const [first, last] = [rows[0], rows.at(-1)]
  if (first?.[0] !== 'BATCH' || first[1] === undefined) bad(1, '应当是 BATCH 和批次号', 'must be BATCH and the batch')
  if (last?.[0] !== 'END' || Number(last[1]) !== rows.length - 2) {
    bad(rows.length, '文件不完整：最后一行的笔数不对', 'the file is cut short: its last line must count the others')
  }
  const lines = rows.slice(1, -1).flatMap((cells, index) => {
    const [line, result, amount, on, reason] = cells
    const fen = parseYuan(amount ?? '')
    const number = Number(line)
    if (!Number.isSafeInteger(number) || number < 1) bad(index + 2, '行号不对', 'wrong line number')
    else if (result !== 'paid' && result !== 'returned')
      bad(index + 2, '结果只能是 paid 或 returned', 'the result must be paid or returned')
    else if (fen === undefined || fen <= 0) bad(index + 2, '金额不对', 'wrong amount')
    else if (on === undefined || parseDay(on) === undefined) bad(index + 2, '日期不对', 'wrong day')
    else
      return [{ line: number, result, fen, on, reason: reason === undefined || reason === '' ? null : reason } as const]
    return []
  })
  return problems.length > 0 || first?.[1] === undefined
    ? { ok: false, problems }
    : { ok: true, answer: { batch: first[1], lines } }
}

export type Imported =
  | { readonly ok: true; readonly batch: Batch }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/**
 * Puts the bank's answer into the batch, all or nothing. What is known already changes nothing, so the same file may come
 * twice. An amount that differs by a fen is refused: such a line is for people to look at.
 */
export function importAnswer(batch: Batch, answer: BankAnswer): Imported {
  const refuse = (path: string, code: string, zh: string, en: string): Problem => problem(path, code, { zh, en })
  if (answer.batch !== batch.id) {
    return {
      ok: false,
      problems: [refuse('batch', 'another-batch', '这不是这一批的回单', 'The answer belongs to another batch')],
    }
  }
  if (batch.approval === null) {
    return {
      ok: false,
      problems: [refuse('batch', 'not-approved', '这一批还没有批准', 'The batch is not approved yet')],
    }
  }
  const lines = new Map(batch.lines.map((line) => [line.line, line]))
  const problems: Problem[] = []
  for (const { line: number, fen, result, on, reason } of answer.lines) {
    const line = lines.get(number)
    const path = `line ${number}`
    if (line === undefined)
      problems.push(refuse(path, 'unknown-line', `没有第 ${number} 笔`, `There is no line ${number}`))
    else if (line.fen !== fen)
      problems.push(refuse(path, 'amount-differs', `第 ${number} 笔金额对不上`, `The amount of line ${number} differs`))
    else lines.set(number, withAnswer(line, { result, on, reason }))
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, batch: { ...batch, lines: [...lines.values()] } }
}

function withAnswer(line: BatchLine, answer: LineAnswer): BatchLine {
  const known = line.answers.some(({ result }) => result === answer.result)
  return known ? line : { ...line, answers: [...line.answers, answer] }
}

export interface Reconciliation {
  readonly totalFen: number
  readonly paidFen: number
  readonly returnedFen: number
  /** No answer yet. */
  readonly openFen: number
  readonly openLines: readonly number[]
  readonly returned: readonly { readonly line: number; readonly reason: string | null }[]
  /** True when every line has its answer; to the fen, total = paid + returned + open always. */
  readonly complete: boolean
}

export function reconcile(batch: Batch): Reconciliation {
  const of = (state: ReturnType<typeof lineState>) => batch.lines.filter((line) => lineState(line) === state)
  const [open, paid, returned] = [of('open'), of('paid'), of('returned')]
  return {
    totalFen: batch.totalFen,
    paidFen: sumFen(paid),
    returnedFen: sumFen(returned),
    openFen: sumFen(open),
    openLines: open.map(({ line }) => line),
    returned: returned.map(({ line, answers }) => ({
      line,
      reason: answers.find(({ result }) => result === 'returned')?.reason ?? null,
    })),
    complete: open.length === 0,
  }
}
