import { againAfterCollision } from '../register/at-the-same-moment.ts'
import type { Transaction } from '../database/statements.ts'
import { chineseDay } from '../cases/casework.ts'
import { withAccess } from '../register/access.ts'
import { answerItem } from './answer-item.ts'
import { findClaim, loadDecisions, type KeptClaim } from './claim-rows.ts'
import { findClaimable } from './claimable.ts'
import type { ClaimService } from './claim-service.ts'
import { confirm, second, turnDown } from './conclude-claim.ts'
import { done, refuse, type DeedOptions, type DeedOutcome, type Taking } from './deed.ts'
import * as say from './decision-problems.ts'
import { askNow, lookAround } from './look-at-claim.ts'
import { keep, noteLooked, recompute } from './recompute-claim.ts'
import { recordDecision } from './record-decision.ts'
import { answerObjection, reopen } from './reopen-claim.ts'

/**
 * Takes a decision on a claim: the rules are asked first, by all that is known now, and what they said is kept with it.
 * To decide otherwise needs a reason and a second person. All in one transaction, once for each id.
 */
export async function decideClaim(service: ClaimService, options: DeedOptions): Promise<DeedOutcome> {
  const { access, claimId, deed, now } = options
  const { casework } = service
  const seen = await withAccess(casework.register, { access, births: true }, (tx) =>
    findClaim(tx, casework, { region: access.region, id: claimId }),
  )
  if (seen === undefined) return { ok: false, why: 'unknown-case', problems: [] }
  const asked = await askAbout(service, seen, chineseDay(now))
  if (!asked.ok) {
    if (deed.kind === 'recompute' && deed.alone === true) {
      await withAccess(casework.register, { access, births: true }, (tx) => noteLooked(tx, options, 'contradicts'))
      return { ok: true, repeated: false, what: 'flagged' }
    }
    return { ok: false, why: 'refused', problems: asked.problems }
  }
  return againAfterCollision(() =>
    withAccess(casework.register, { access, births: true }, async (tx): Promise<DeedOutcome> => {
      const claim = await findClaim(tx, casework, { region: access.region, id: claimId, lock: true })
      if (claim === undefined) return { ok: false, why: 'unknown-case', problems: [] }
      const decisions = await loadDecisions(tx, casework, { region: access.region, id: claimId })
      if (decisions.some(({ id }) => id === deed.id)) return { ok: true, repeated: true, what: 'done' }
      return take(tx, service, { ...options, claim, decisions, said: asked.said })
    }),
  )
}

/** The rules' answer to a claim as of a day, by what is known now. */
export async function askAbout(service: ClaimService, { row, stated }: KeptClaim, on: string) {
  const { region, subject, benefit, id } = row
  const place = service.placeOf(region)
  const found = place === undefined ? undefined : findClaimable(place, benefit)
  if (found?.ok !== true) throw new Error(`the benefit ${benefit} is in no pack of ${region} any more`)
  const looked = await lookAround(service, { region, subject, claim: id })
  return askNow(service, { claimable: found.claimable, claim: { ...row, openedOn: row.opened_on }, looked, stated, on })
}

async function take(tx: Transaction, service: ClaimService, taking: Taking): Promise<DeedOutcome> {
  const { deed, claim } = taking
  const open = claim.row.decided === 'no' || claim.row.decided === 'again'
  switch (deed.kind) {
    case 'check': {
      if (claim.row.decided !== 'no') return refuse(say.alreadyDecided)
      const moved = await answerItem(tx, service, taking, { item: 'first-check', result: 'done' })
      if (!moved.ok) return moved
      await recordDecision(tx, service, taking, {
        kind: 'checked',
        due: [],
        ground: null,
        reason: null,
        deviates: false,
      })
      return done
    }
    case 'confirm':
      return open ? confirm(tx, service, taking, deed) : refuse(say.alreadyDecided)
    case 'refuse':
      return open ? turnDown(tx, service, taking, deed) : refuse(say.alreadyDecided)
    case 'second':
      return second(tx, service, taking, deed.agree)
    case 'recompute':
      return recompute(tx, service, taking, deed)
    case 'keep':
      return keep(tx, service, taking, deed)
    case 'reopen':
      return reopen(tx, service, taking, deed)
    case 'objection':
      return answerObjection(tx, service, taking, deed)
  }
}
