import type { WrittenFacts } from '@junheng/casework'
import { withAccess } from '../register/access.ts'
import { auditRead } from '../register/audit-read.ts'
import { programAccess } from '../cases/programs.ts'
import type { Claimable } from './claimable.ts'
import type { ClaimService } from './claim-service.ts'
import { findBirth } from './find-birth.ts'
import type { KnownBirth, KnownFamily } from './known-family.ts'
import { loadFamily } from './load-family.ts'
import { askRules, type Asked, type ClaimAskedAbout } from './rules-say.ts'

export interface Looked {
  readonly family: KnownFamily
  readonly birth: KnownBirth | undefined
}

/**
 * What the register and the case of the birth know around a person, read by the program and kept on the audit chain.
 * `claim`: the claim it is read for; null before there is one.
 */
export async function lookAround(
  { casework }: ClaimService,
  { region, subject, claim }: { readonly region: string; readonly subject: string; readonly claim: string | null },
): Promise<Looked> {
  const { register } = casework
  const cases = programAccess(region, {})
  const birth = await withAccess(register, { access: cases, births: true }, (tx) =>
    findBirth(tx, casework, { region, child: subject }),
  )
  // The purpose of paying needs an open case, and claims are computed anew after theirs has ended.
  const access = programAccess(region, { purpose: 'registration' })
  const family = await withAccess(register, { access, births: true }, async (tx) => {
    auditRead(tx, { access, kind: 'claim-facts', subject, detail: { claim } })
    return loadFamily(tx, { region, subject, ...(birth === undefined ? {} : { hint: birth }) })
  })
  return { family, birth }
}

/** What the rules say of a claim by all that is known now. */
export function askNow(
  { casework, placeOf }: ClaimService,
  {
    claimable,
    claim,
    looked,
    stated,
    on,
  }: {
    readonly claimable: Claimable
    readonly claim: ClaimAskedAbout
    readonly looked: Looked
    readonly stated: WrittenFacts
    readonly on: string
  },
): Asked {
  const place = placeOf(claim.region)
  if (place === undefined) throw new Error(`no pack answers for ${claim.region}`)
  return askRules({ place, claimable, claim, ...looked, stated, on, calendar: casework.calendar })
}
