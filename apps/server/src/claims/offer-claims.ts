import type { Transaction } from '../database/statements.ts'
import { chineseDay } from '../cases/casework.ts'
import { programAccess } from '../cases/programs.ts'
import { withAccess } from '../register/access.ts'
import { claimableBenefits, findClaimable } from './claimable.ts'
import type { ClaimService } from './claim-service.ts'
import { askNow, lookAround } from './look-at-claim.ts'
import { openClaim } from './open-claim.ts'

interface Waiting extends Record<string, unknown> {
  readonly id: string
  readonly subject: string
  readonly seq: number
}

export interface Offered {
  /** Claims opened now. */
  readonly opened: number
  /** Benefits that were due and could not be offered, with the codes of why: a fault of a pack, to be told. */
  readonly refused: readonly string[]
}

/** Cases of births looked at in one round, at most. */
const mostAtOnce = 100

/**
 * Offers what confirmed births make due. A case is looked at again whenever
 * something was done in it, so what was missing at first is offered once it is known. A round cut short is made up for by
 * the next: one claim for each benefit, child and period, however often it is offered.
 */
export async function offerClaims(
  service: ClaimService,
  { region, now }: { readonly region: string; readonly now: Temporal.Instant },
): Promise<Offered> {
  const access = programAccess(region, {})
  const { register } = service.casework
  const waiting = await withAccess(register, { access, births: true }, (tx) =>
    tx.query<Waiting>(
      `select c.id, c.subject, c.seq from casework.case_row c
       left join payment.offered o on o.region = c.region and o.birth_case = c.id
       where c.region = $1 and c.procedure = 'one-birth' and c.subject is not null and c.status <> 'offered'
         and c.status not in ('withdrawn', 'cancelled') and c.seq > coalesce(o.seq, 0)
       order by c.opened_on, c.id limit $2`,
      [region, mostAtOnce],
    ),
  )
  let opened = 0
  const refused: string[] = []
  for (const birth of waiting) {
    const offered = await offerForBirth(service, { region, child: birth.subject, now })
    opened += offered.opened
    refused.push(...offered.refused)
    await withAccess(register, { access, births: true }, (tx) => noteLooked(tx, { region, birth }))
  }
  return { opened, refused }
}

function noteLooked(tx: Transaction, { region, birth }: { readonly region: string; readonly birth: Waiting }) {
  return tx.query(
    `insert into payment.offered (region, birth_case, seq) values ($1, $2, $3)
     on conflict (region, birth_case) do update set seq = greatest(offered.seq, excluded.seq)`,
    [region, birth.id, birth.seq],
  )
}

/** Opens a claim for each benefit of the child that the rules say is due now. */
async function offerForBirth(
  service: ClaimService,
  { region, child, now }: { readonly region: string; readonly child: string; readonly now: Temporal.Instant },
): Promise<Offered> {
  const place = service.placeOf(region)
  if (place === undefined) return { opened: 0, refused: [] }
  const on = chineseDay(now)
  const looked = await lookAround(service, { region, subject: child, claim: null })
  let opened = 0
  const refused: string[] = []
  for (const { id, subject } of claimableBenefits(place)) {
    const found = findClaimable(place, id)
    if (subject !== 'child' || !found.ok) continue
    const { claimable } = found
    const claim = { region, subject: child, period: claimable.yearly ? on.slice(0, 4) : 'once', openedOn: on }
    const asked = askNow(service, { claimable, claim, looked, stated: {}, on })
    if (!asked.ok || asked.said.answer.status === 'incomplete' || asked.said.due.length === 0) continue
    const outcome = await openClaim(
      service,
      {
        region,
        actionId: `offer/${child}/${id}`,
        origin: 'offer',
        by: { unit: 'health', person: null },
        benefit: id,
        subject: child,
        period: claimable.yearly ? claim.period : null,
        stated: {},
        payee: null,
        now,
      },
      looked,
    )
    if (!outcome.ok) refused.push(...outcome.problems.map(({ code }) => `${id}: ${code}`))
    else if (!outcome.repeated) opened++
  }
  return { opened, refused }
}
