import { withAccess, type Access } from '../register/access.ts'
import { newId } from '../register/new-id.ts'
import { chineseDay } from '../cases/casework.ts'
import type { ClaimService } from './claim-service.ts'
import { decideClaim } from './decide-claim.ts'

export interface Recomputed {
  readonly looked: number
  /** Whose amount is another one now. */
  readonly changed: number
  /** That people must look at before anything more is paid. */
  readonly flagged: number
  /** What broke, claim by claim; the others went on. */
  readonly broken: readonly unknown[]
}

/** Claims asked about between two looks at the list. */
const atOnce = 200

/** Days after which a claim is asked about again though neither a fact nor the day can have changed it: the pack may have. */
const seldom = 30

/**
 * Asks the rules anew about decided claims, each for itself: these, or all whose amount may have changed with the day.
 * Sent twice, or by two at once, it changes nothing the second time: what the rules say is compared with what was decided.
 */
export async function recomputeClaims(
  service: ClaimService,
  {
    access,
    claims,
    now,
    most = Infinity,
  }: {
    /** Purpose `casework`. */
    readonly access: Access
    /** Null: all of the county that the day may have changed. */
    readonly claims: readonly string[] | null
    readonly now: Temporal.Instant
    readonly most?: number
  },
): Promise<Recomputed> {
  let [looked, changed, flagged] = [0, 0, 0]
  const broken: unknown[] = []
  const tried = new Set<string>()
  while (looked < most) {
    const limit = Math.min(atOnce, most - looked)
    const waiting = await findWaiting(service, { access, claims, now, limit, except: [...tried] })
    if (waiting.length === 0) break
    for (const id of waiting) {
      tried.add(id)
      looked++
      try {
        const deed = { kind: 'recompute', id: newId(now), alone: true } as const
        const outcome = await decideClaim(service, { access, claimId: id, deed, now })
        if (outcome.ok && outcome.what === 'done') changed++
        if (outcome.ok && outcome.what === 'flagged') flagged++
      } catch (error) {
        broken.push(error)
      }
    }
  }
  return { looked, changed, flagged, broken }
}

/** Decided claims not looked at since this round began, the longest ago first. */
async function findWaiting(
  { casework }: ClaimService,
  {
    access,
    claims,
    now,
    limit,
    except,
  }: {
    readonly access: Access
    readonly claims: readonly string[] | null
    readonly now: Temporal.Instant
    readonly limit: number
    readonly except: readonly string[]
  },
): Promise<readonly string[]> {
  const today = chineseDay(now)
  const [year, before] = [today.slice(0, 4), String(Number(today.slice(0, 4)) - 1)]
  const at = now.toString({ smallestUnit: 'microsecond' })
  const rows = await withAccess(casework.register, { access, births: true }, (tx) =>
    tx.query<{ id: string }>(
      `select p.id from payment.claim p join casework.case_row c on c.region = p.region and c.id = p.id
       where p.region = $1 and c.region = $1 and p.decided in ('confirmed', 'refused')
         and (c.status not in ('withdrawn', 'cancelled') or p.held_fen > 0)
         and ($2::uuid[] is null or p.id = any ($2))
         and ($2::uuid[] is not null or p.period in ($3, $4) or p.looked_at is null
           or p.looked_at < $5::timestamptz - make_interval(days => $6))
         and (p.looked_at is null or p.looked_at < $5) and p.id <> all ($7::uuid[])
       order by p.looked_at nulls first, p.id limit $8`,
      [access.region, claims, year, before, at, seldom, except, limit],
    ),
  )
  return rows.map(({ id }) => id)
}
