import { chineseDay } from '../cases/casework.ts'
import { programAccess } from '../cases/programs.ts'
import { findClaim } from '../claims/claim-rows.ts'
import type { ClaimService } from '../claims/claim-service.ts'
import { askAbout } from '../claims/decide-claim.ts'
import { withAccess } from '../register/access.ts'
import { noteEnding, noteFollowed } from './note-ending.ts'

/** A case about a person who has died or moved away, which does not know it yet. */
interface Unaware extends Record<string, unknown> {
  readonly id: string
  readonly reason: 'death' | 'moved-away'
  /** How far its claim is; null: it is no claim. */
  readonly decided: 'no' | 'proposed' | 'confirmed' | 'refused' | null
}

export interface Followed {
  /** Cases in which something stopped, opened or was computed anew. */
  readonly changed: number
  /** Claims that people must look at: the rules could not say what is still due. */
  readonly toLookAt: readonly string[]
}

/** Cases looked at in one round, at most. */
const mostAtOnce = 100

/**
 * Brings every case about somebody who has died or moved away in line with it, also one that has ended: what the rules
 * end stops, what is needed only then opens. A claim follows the stop of its own benefit: one that waits stops when
 * nothing is due any more, and stays where something was due before. Once for each case
 * and event; a round cut short is made up for by the next.
 */
export async function followEndings(
  service: ClaimService,
  { region, now }: { readonly region: string; readonly now: Temporal.Instant },
): Promise<Followed> {
  const unaware = await findUnaware(service, region)
  let changed = 0
  const toLookAt: string[] = []
  for (const one of unaware) {
    const outcome = await follow(service, { region, one, now })
    if (outcome === 'changed') changed++
    else if (outcome === 'look') toLookAt.push(one.id)
  }
  return { changed, toLookAt }
}

function findUnaware({ casework: { register } }: ClaimService, region: string): Promise<readonly Unaware[]> {
  return withAccess(register, { access: programAccess(region, {}), births: true }, (tx) =>
    tx.query<Unaware>(
      `select c.id, g.reason, k.decided
       from (select p.region, p.id, case when p.death_date is not null then 'death' else 'moved-away' end as reason
             from register.person p where p.region = $1 and (p.death_date is not null or p.township = '')) g
       join casework.case_row c on c.region = g.region and c.subject = g.id
       left join payment.claim k on k.region = c.region and k.id = c.id
       left join casework.followed f on f.region = c.region and f.case_id = c.id and f.reason = g.reason
       where c.region = $1 and f.case_id is null order by c.opened_on, c.id limit $2`,
      [region, mostAtOnce],
    ),
  )
}

interface Following {
  readonly region: string
  readonly one: Unaware
  readonly now: Temporal.Instant
}

async function follow(service: ClaimService, { region, one, now }: Following): Promise<'changed' | 'same' | 'look'> {
  const { id: caseId, reason, decided } = one
  const { casework } = service
  if (decided === null) return noteEnding(casework, { region, caseId, reason, now })
  // What was confirmed is computed anew whenever the register learns something of the family: see follow-register.ts.
  const settled = decided === 'confirmed' || decided === 'refused'
  const due = settled ? 'something' : await whatIsDue(service, { region, one, now })
  if (due === 'nothing') return noteEnding(casework, { region, caseId, reason, now })
  await noteFollowed(casework, { region, caseId, reason, now })
  return due === 'unsure' ? 'look' : 'same'
}

/** Whether the rules are sure that a claim has nothing, or something, left to pay; what they cannot say is for people. */
async function whatIsDue(
  service: ClaimService,
  { region, one, now }: Following,
): Promise<'nothing' | 'something' | 'unsure'> {
  const { casework } = service
  const claim = await withAccess(casework.register, { access: programAccess(region, {}), births: true }, (tx) =>
    findClaim(tx, casework, { region, id: one.id }),
  )
  if (claim === undefined) return 'something'
  const asked = await askAbout(service, claim, chineseDay(now))
  if (!asked.ok || asked.said.unsettled !== null || asked.said.answer.status === 'incomplete') return 'unsure'
  if (asked.said.due.length > 0) return 'something'
  return asked.said.limitFen === null || asked.said.answer.status === 'ineligible' ? 'nothing' : 'unsure'
}
