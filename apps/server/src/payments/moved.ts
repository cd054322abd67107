import { settleClaim, type Movement, type Settlement } from '@junheng/casework'
import type { Tables } from '../database/generated/db-types.ts'
import type { Reader } from '../database/statements.ts'
import type { DuePeriod } from '../claims/rules-say.ts'

export type LedgerRow = Tables['payment.ledger']
export type LineRow = Tables['payment.batch_line']

/** Money of a period: part of a line. */
export type Part = DuePeriod

/** What moved for claims: the ledger, and the lines that no bank has answered, which are on their way. */
export async function loadMovements(
  tx: Reader,
  { region, claims }: { readonly region: string; readonly claims: readonly string[] },
): Promise<readonly Movement[]> {
  const ledger = await tx.query<Pick<LedgerRow, 'claim' | 'period' | 'fen'>>(
    'select claim, period, fen from payment.ledger where region = $1 and claim = any ($2::uuid[])',
    [region, claims],
  )
  const open = await tx.query<Pick<LineRow, 'claim' | 'parts'>>(
    `select claim, parts from payment.batch_line where region = $1 and claim = any ($2::uuid[]) and state = 'open'`,
    [region, claims],
  )
  const onTheirWay = open.flatMap(({ claim, parts }) => (parts as readonly Part[]).map((part) => ({ claim, ...part })))
  return [...ledger, ...onTheirWay].map(({ claim, period, fen }) => ({
    claim,
    period,
    kind: fen > 0 ? 'paid' : 'recovered',
    fen: Math.abs(fen),
  }))
}

/** What a claim still needs, its words fit for people: a benefit given once has no period to name. */
export function settle(options: {
  readonly claim: string
  readonly asOf: string
  readonly due: readonly Part[]
  readonly movements: readonly Movement[]
}): Settlement {
  const settlement = settleClaim(options)
  return {
    ...settlement,
    lines: settlement.lines.map((line) => ({
      ...line,
      why: {
        zh: line.why.zh.replace(/^once：/, ''),
        en: line.why.en.replace(/^once: /, ''),
      },
    })),
  }
}
