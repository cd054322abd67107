import { DomainError, formatYuan } from '@junheng/kernel'
import type { Text } from '@junheng/rules'
import { heldByPeriod, sumFen, type DueLine, type Movement } from './ledger.ts'

/** What one period still needs: money to pay, money to take back, or nothing. */
export interface SettlementLine {
  readonly period: string
  readonly dueFen: number
  /** Paid so far less what came back; money on its way counts as paid. */
  readonly heldFen: number
  /** Due less held: more than 0 is arrears, less than 0 is to be taken back. */
  readonly fen: number
  readonly why: Text
}

export interface Settlement {
  readonly claim: string
  /** ISO day whose facts were used. */
  readonly asOf: string
  readonly lines: readonly SettlementLine[]
  readonly dueFen: number
  readonly heldFen: number
  /** What is to be paid after what is to be taken back has been set off; never less than 0. */
  readonly toPayFen: number
  /** What remains to be taken back after setting off; never less than 0. One of the two is 0. */
  readonly toRecoverFen: number
}

/**
 * Compares what is due by the facts of a day with what the family holds, period by period, each line explained. Facts that
 * change make another settlement, never a change of an old payment: due = held + to pay − to recover, always.
 * Throws `not-an-amount` for a due that is no whole number of fen from 0.
 */
export function settleClaim(options: {
  readonly claim: string
  readonly asOf: string
  readonly due: readonly DueLine[]
  readonly movements: readonly Movement[]
}): Settlement {
  const { claim, asOf, due, movements } = options
  const owed = new Map<string, number>()
  for (const { period, fen } of due) {
    if (!Number.isSafeInteger(fen) || fen < 0) throw notAnAmount(fen)
    owed.set(period, (owed.get(period) ?? 0) + fen)
  }
  const held = heldByPeriod(movements, claim)
  const periods = [...new Set([...owed.keys(), ...held.keys()])].sort()
  const lines = periods.map((period): SettlementLine => {
    const dueFen = owed.get(period) ?? 0
    const heldFen = held.get(period) ?? 0
    const fen = dueFen - heldFen
    return { period, dueFen, heldFen, fen, why: explain({ period, dueFen, heldFen, fen }) }
  })
  const net = sumFen(lines)
  return {
    claim,
    asOf,
    lines,
    dueFen: lines.reduce((total, { dueFen }) => total + dueFen, 0),
    heldFen: lines.reduce((total, { heldFen }) => total + heldFen, 0),
    toPayFen: Math.max(net, 0),
    toRecoverFen: Math.max(0 - net, 0),
  }
}

function explain({ period, dueFen, heldFen, fen }: Omit<SettlementLine, 'why'>): Text {
  const [due, held, rest] = [formatYuan(dueFen), formatYuan(heldFen), formatYuan(Math.abs(fen))]
  if (fen === 0) return { zh: `${period}：应发 ${due} 元，已发清`, en: `${period}: ${due} yuan due, all paid` }
  if (heldFen === 0)
    return { zh: `${period}：应发 ${due} 元，还没有发`, en: `${period}: ${due} yuan due, nothing paid yet` }
  return fen > 0
    ? {
        zh: `${period}：重新计算应发 ${due} 元，已发 ${held} 元，补发 ${rest} 元`,
        en: `${period}: ${due} yuan due as recomputed, ${held} paid, ${rest} still to pay`,
      }
    : {
        zh: `${period}：重新计算应发 ${due} 元，已发 ${held} 元，多发 ${rest} 元要退回`,
        en: `${period}: ${due} yuan due as recomputed, ${held} paid, ${rest} to come back`,
      }
}

function notAnAmount(fen: number): DomainError<'not-an-amount'> {
  return new DomainError('not-an-amount', {
    text: { zh: `应发金额要是不小于 0 的整数分，不能是 ${fen}`, en: `${fen} is not a whole number of fen from 0` },
  })
}
