import { withAccess, type Access } from '../register/access.ts'
import type { ClaimService } from '../claims/claim-service.ts'
import { labelOf } from '../claims/list-claims.ts'

interface Row extends Record<string, unknown> {
  readonly claim: string
  readonly benefit: string
  readonly period: string
  readonly kind: 'payment' | 'set-off' | 'return' | 'repayment' | 'on-way'
  readonly fen: number
  readonly on: string | null
  readonly words: string | null
}

/** Money of one's own family: what arrived, what is at the bank, what came back, each with the clause it is paid by. */
export function listMyPayments(service: ClaimService, { access }: { readonly access: Access }) {
  const { region } = access
  const place = service.placeOf(region)
  return withAccess(service.casework.register, { access, births: true }, async (tx) => {
    const rows = await tx.query<Row>(
      `select l.claim, c.benefit, l.period, l.kind, l.fen, l.moved_on as "on", l.words from payment.ledger l
       join payment.claim c on c.region = l.region and c.id = l.claim where l.region = $1 and c.region = $1
       union all
       select l.claim, c.benefit, c.period, 'on-way', l.fen, null, null from payment.batch_line l
       join payment.claim c on c.region = l.region and c.id = l.claim
       where l.region = $1 and c.region = $1 and l.state = 'open'
       order by 6 desc nulls first, 1 limit 200`,
      [region],
    )
    return rows.map(({ benefit, kind, ...row }) => {
      const found = place?.benefits.find(({ id }) => id === benefit)
      const title = place?.documents.find(({ id }) => id === found?.source.document)?.title ?? null
      return {
        ...row,
        kind,
        benefit: { id: benefit, label: labelOf(service, region, benefit) },
        stateWords: words[kind],
        clause: found === undefined ? null : { title, clause: found.source.clause },
      }
    })
  })
}

const words = {
  payment: { zh: '已到账', en: 'Paid' },
  'set-off': { zh: '抵扣以前多发的', en: 'Set off against what was paid too much' },
  return: { zh: '银行退回', en: 'Sent back by the bank' },
  repayment: { zh: '已退回', en: 'Given back' },
  'on-way': { zh: '银行发放中', en: 'At the bank' },
} as const
