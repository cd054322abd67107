import type { Problem } from '@junheng/casework'
import type { AnswerLine } from './bank-csv.ts'

/** Why a bank's answer is not taken: a line is named, an account never is. */
export function otherAccount(line: number): Problem {
  return make(
    line,
    'other-account',
    `第 ${line} 笔的账号与付款单不符`,
    `The account of payment ${line} is not the one of the order`,
  )
}

export function paidAfterReturn(line: number): Problem {
  return make(
    line,
    'paid-after-return',
    `第 ${line} 笔银行已经退回，又报成功，请先向银行核实`,
    `Payment ${line} came back already and is now told as paid; ask the bank`,
  )
}

export function daysInTheFuture(lines: readonly AnswerLine[], today: string): readonly Problem[] {
  return lines
    .filter(({ on }) => on > today)
    .map(({ line }) =>
      make(line, 'in-the-future', `第 ${line} 笔的日期在今天以后`, `The day of payment ${line} is in the future`),
    )
}

function make(line: number, code: string, zh: string, en: string): Problem {
  return { path: `line ${line}`, code, message: { zh, en } }
}
