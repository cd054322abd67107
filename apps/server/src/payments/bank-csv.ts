import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import iconv from 'iconv-lite'
import type { Problem } from '@junheng/casework'
import { formatYuan, parseDayNumber, parseYuan } from '@junheng/kernel'
import type { KeptBatch } from './batch-rows.ts'

export type Encoding = 'utf-8' | 'gb18030'

const heading = ['序号', '户名', '账号', '开户行', '金额', '用途', '附言'] as const
const total = '合计'

/**
 * The order as banks take it: a line a payment, amounts in yuan with two decimals, and a last line with count and total, so
 * that a file cut short is seen. No cell begins as a formula does. UTF-8 begins with a byte order mark, for spreadsheets.
 */
export function writeOrder(
  { row, lines }: KeptBatch,
  { encoding, purposeOf }: { readonly encoding: Encoding; readonly purposeOf: (benefit: string) => string },
): Buffer {
  const rows = lines.map(({ line, payee, fen, benefit }) => [
    String(line),
    payee.name,
    payee.account,
    payee.bank ?? '',
    yuan(fen),
    purposeOf(benefit),
    `${row.number}-${line}`,
  ])
  const text = stringify(
    [[...heading], ...rows, [total, String(lines.length), '', '', yuan(row.total_fen), '', row.number]],
    {
      escape_formulas: true,
      record_delimiter: '\r\n',
    },
  )
  return encoding === 'gb18030' ? iconv.encode(text, 'gb18030') : Buffer.from(`\uFEFF${text}`)
}

function yuan(fen: number): string {
  return `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
}

export interface AnswerLine {
  readonly line: number
  readonly fen: number
  readonly result: 'paid' | 'returned'
  readonly on: string
  readonly reason: string | null
  /** As the bank repeats it; null: the file has no such column. */
  readonly account: string | null
}

export type ReadAnswer =
  | { readonly ok: true; readonly batch: string; readonly lines: readonly AnswerLine[] }
  | { readonly ok: false; readonly problems: readonly Problem[] }

const columns = {
  line: ['序号'],
  amount: ['金额'],
  result: ['结果', '处理结果', '状态'],
  day: ['日期', '交易日期', '处理日期'],
  reason: ['原因', '失败原因', '备注'],
  note: ['附言'],
  account: ['账号'],
} as const

const results: Readonly<Record<string, AnswerLine['result']>> = {
  成功: 'paid',
  已付: 'paid',
  paid: 'paid',
  失败: 'returned',
  退回: 'returned',
  failed: 'returned',
  returned: 'returned',
}

/**
 * Reads what the bank answered: columns 序号, 金额, 结果 (成功 | 失败), 日期, 附言, and 原因 and 账号 where it has them, and a last
 * line 合计 with count and total. UTF-8 or GB 18030. Every bad line is named; nothing of a bad file is taken.
 */
export function readAnswer(bytes: Uint8Array): ReadAnswer {
  const rows = readCells(bytes)
  if (rows === undefined) return { ok: false, problems: [bad(1, '不是 CSV 表格', 'it is not a CSV table')] }
  const head = (rows[0] ?? []).map((cell) => cell.trim())
  const at = Object.fromEntries(
    Object.entries(columns).map(([name, names]) => [
      name,
      head.findIndex((cell) => (names as readonly string[]).includes(cell)),
    ]),
  ) as Record<keyof typeof columns, number>
  const absent = (['line', 'amount', 'result', 'day', 'note'] as const).filter((name) => at[name] < 0)
  if (absent.length > 0) {
    const names = absent.map((name) => columns[name][0]).join('、')
    return { ok: false, problems: [bad(1, `缺少这些列：${names}`, `these columns are missing: ${names}`)] }
  }
  const problems: Problem[] = []
  const last = rows.at(-1) ?? []
  const body = last[0]?.trim() === total ? rows.slice(1, -1) : rows.slice(1)
  if (body.length === rows.length - 1)
    problems.push(
      bad(rows.length, '文件不完整：最后一行应是合计', 'the file is cut short: its last line must be the total 合计'),
    )
  const lines: AnswerLine[] = []
  const batches = new Set<string>()
  const seen = new Set<number>()
  for (const [index, cells] of body.entries()) {
    const read = readLine(
      cells.map((cell) => cell.trim()),
      { at, row: index + 2 },
    )
    if ('problem' in read) {
      problems.push(read.problem)
      continue
    }
    if (seen.has(read.line.line)) {
      problems.push(
        bad(index + 2, `第 ${read.line.line} 笔在文件里出现两次`, `payment ${read.line.line} is in the file twice`),
      )
    }
    seen.add(read.line.line)
    batches.add(read.batch)
    lines.push(read.line)
  }
  if (problems.length === 0) problems.push(...checkTotal(last, { lines, row: rows.length, amountAt: at.amount }))
  const [batch, other] = [...batches]
  if (other !== undefined) problems.push(bad(1, '附言里有不止一个批次号', 'the notes name more than one batch'))
  if (problems.length > 0) return { ok: false, problems }
  return batch === undefined
    ? { ok: false, problems: [bad(1, '文件里没有一笔', 'the file has no payment')] }
    : { ok: true, batch, lines }
}

function readCells(bytes: Uint8Array): readonly (readonly string[])[] | undefined {
  const text = decode(bytes)
  try {
    return parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true })
  } catch {
    return undefined
  }
}

/** UTF-8 where the bytes are that, else GB 18030. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return iconv.decode(Buffer.from(bytes), 'gb18030')
  }
}

function readLine(
  cells: readonly string[],
  { at, row }: { readonly at: Readonly<Record<keyof typeof columns, number>>; readonly row: number },
): { readonly line: AnswerLine; readonly batch: string } | { readonly problem: Problem } {
  const cell = (name: keyof typeof columns) => cells[at[name]] ?? ''
  const line = Number(cell('line'))
  if (!Number.isSafeInteger(line) || line < 1) return { problem: bad(row, '序号不对', 'the number 序号 is wrong') }
  const fen = parseYuan(cell('amount').replaceAll(',', ''))
  if (fen === undefined || fen <= 0) return { problem: bad(row, '金额不对', 'the amount is wrong') }
  const result = Object.hasOwn(results, cell('result')) ? results[cell('result')] : undefined
  if (result === undefined) return { problem: bad(row, '结果只能是成功或失败', 'the result must be 成功 or 失败') }
  const on = cell('day')
    .replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')
    .replaceAll('/', '-')
  if (parseDayNumber(on) === undefined) return { problem: bad(row, '日期不对', 'the day is wrong') }
  const note = /^(.+)-(\d+)$/.exec(cell('note'))
  if (note?.[1] === undefined || Number(note[2]) !== line)
    return { problem: bad(row, '附言应是“批次号-序号”', 'the note must be the batch and the number, as in the order') }
  const reason = cell('reason').slice(0, 200)
  const account = at.account < 0 ? null : cell('account').replace(/^'/, '')
  return { batch: note[1], line: { line, fen, result, on, reason: reason === '' ? null : reason, account } }
}

function checkTotal(
  last: readonly string[],
  { lines, row, amountAt }: { readonly lines: readonly AnswerLine[]; readonly row: number; readonly amountAt: number },
): readonly Problem[] {
  const problems: Problem[] = []
  const count = Number(last[1])
  const fen = parseYuan((last[amountAt] ?? '').trim().replaceAll(',', ''))
  const sum = lines.reduce((all, line) => all + line.fen, 0)
  if (count !== lines.length)
    problems.push(
      bad(
        row,
        `合计写 ${last[1] ?? ''} 笔，文件里有 ${lines.length} 笔`,
        `the total counts ${last[1] ?? ''}, the file has ${lines.length}`,
      ),
    )
  if (fen !== sum)
    problems.push(
      bad(
        row,
        `合计金额不符：各笔之和是 ${formatYuan(sum)} 元`,
        `the total is wrong: the payments make ${formatYuan(sum)} yuan`,
      ),
    )
  return problems
}

function bad(row: number, zh: string, en: string): Problem {
  return { path: `row ${row}`, code: 'bad-file', message: { zh: `第 ${row} 行：${zh}`, en: `row ${row}: ${en}` } }
}
