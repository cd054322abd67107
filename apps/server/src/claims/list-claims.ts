import type { Tables } from '../database/generated/db-types.ts'
import { withAccess, type Access } from '../register/access.ts'
import { auditRead } from '../register/audit-read.ts'
import { findClaim } from './claim-rows.ts'
import type { ClaimService } from './claim-service.ts'
import { askAbout } from './decide-claim.ts'
import { stageSql, stageWords, type Stage } from './stages.ts'

export interface ClaimLine {
  readonly id: string
  readonly number: string
  readonly benefit: { readonly id: string; readonly label: { readonly zh: string; readonly en: string } }
  readonly period: string
  /** Null: not in the register yet. */
  readonly about: string | null
  readonly openedOn: string
  readonly origin: string
  readonly stage: Stage
  readonly stageWords: { readonly zh: string; readonly en: string }
  readonly dueFen: number
  readonly heldFen: number
  readonly onWayFen: number
  readonly offer: OfferShown | null
}

/** What an offer brings: shown before anybody opens it. */
export interface OfferShown {
  /** Due now; null: it depends on an amount that people give. */
  readonly fen: number | null
  readonly amountText: { readonly zh: string; readonly en: string }
  /** Last day for which it is due, and last day to claim it. ISO. */
  readonly until: string | null
  readonly claimBy: string | null
}

type Row = Pick<
  Tables['payment.claim'],
  'id' | 'benefit' | 'period' | 'opened_on' | 'origin' | 'due_fen' | 'held_fen' | 'on_way_fen'
> & { readonly number: string; readonly name: string | null; readonly stage: Stage }

/** Claims that an access may see, the newest first; `after` is the `next` of the page before. At most 100. */
export async function listClaims(
  service: ClaimService,
  {
    access,
    stage,
    after,
    limit,
    offersOn = null,
  }: {
    readonly access: Access
    readonly stage: Stage | null
    readonly after: string | null
    readonly limit: number
    /** ISO day for which the rules are asked what offers bring; null: they are not asked. */
    readonly offersOn?: string | null
  },
): Promise<{ readonly lines: readonly ClaimLine[]; readonly next: string | null }> {
  const from = /^(\d{4}-\d{2}-\d{2})~([0-9a-f-]{36})$/.exec(after ?? '')
  const page = await withAccess(service.casework.register, { access, births: true }, async (tx) => {
    const rows = await tx.query<Row>(
      `select * from (select p.id, p.benefit, p.period, p.opened_on, p.origin, p.due_fen, p.held_fen, p.on_way_fen,
           c.number, r.name, ${stageSql} as stage
         from payment.claim p join casework.case_row c on c.region = p.region and c.id = p.id
         left join register.person r on r.region = p.region and r.id = p.subject
         where p.region = $1 and c.region = $1) s
       where ($2::text is null or stage = $2) and (opened_on, id) < ($3::date, $4::uuid)
       order by opened_on desc, id desc limit $5`,
      [access.region, stage, from?.[1] ?? '9999-12-31', from?.[2] ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff', limit + 1],
    )
    const shown = rows.slice(0, limit)
    auditRead(tx, { access, kind: 'claims', subject: null, detail: { claims: shown.map(({ id }) => id) } })
    const last = shown.at(-1)
    return {
      lines: shown.map((row) => lineOf(service, row, access.region)),
      next: rows.length > limit && last !== undefined ? `${last.opened_on}~${last.id}` : null,
    }
  })
  if (offersOn === null) return page
  const lines: ClaimLine[] = []
  for (const line of page.lines)
    lines.push(
      line.stage === 'offered' ? { ...line, offer: await offerOf(service, { access, line, on: offersOn }) } : line,
    )
  return { ...page, lines }
}

/** What the rules say an offer brings; null where they cannot be asked any more. */
async function offerOf(
  service: ClaimService,
  { access, line, on }: { readonly access: Access; readonly line: ClaimLine; readonly on: string },
): Promise<OfferShown | null> {
  const { casework } = service
  const claim = await withAccess(casework.register, { access, births: true }, (tx) =>
    findClaim(tx, casework, { region: access.region, id: line.id }),
  )
  const asked = claim === undefined ? undefined : await askAbout(service, claim, on)
  if (asked?.ok !== true) return null
  const { due, limitFen, answer } = asked.said
  return {
    fen: limitFen === null ? due.reduce((all, { fen }) => all + fen, 0) : null,
    amountText: answer.amountText,
    until: answer.lastDay,
    claimBy: answer.claim?.closes ?? null,
  }
}

/** What a benefit is called here. */
export function labelOf({ placeOf }: ClaimService, region: string, benefit: string) {
  return placeOf(region)?.benefits.find(({ id }) => id === benefit)?.label ?? { zh: benefit, en: benefit }
}

function lineOf(service: ClaimService, row: Row, region: string): ClaimLine {
  return {
    id: row.id,
    number: row.number,
    benefit: { id: row.benefit, label: labelOf(service, region, row.benefit) },
    period: row.period,
    about: row.name,
    openedOn: row.opened_on,
    origin: row.origin,
    stage: row.stage,
    stageWords: stageWords[row.stage],
    dueFen: row.due_fen,
    heldFen: row.held_fen,
    onWayFen: row.on_way_fen,
    offer: null,
  }
}
