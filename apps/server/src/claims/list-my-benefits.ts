import type { Text } from '@junheng/rules'
import { programAccess } from '../cases/programs.ts'
import { chineseDay } from '../cases/casework.ts'
import { withAccess, type Access } from '../register/access.ts'
import { askLooked, type BenefitAsked } from './ask-benefit.ts'
import { claimableBenefits, findClaimable } from './claimable.ts'
import type { ClaimService } from './claim-service.ts'
import { lookAround, type Looked } from './look-at-claim.ts'
import { maySpeakFor } from './open-claim.ts'

export interface MyBenefit extends BenefitAsked {
  /** The claim of this period, offered or claimed already; null: none. */
  readonly claim: string | null
}

export interface MyBenefits {
  readonly people: readonly {
    readonly id: string
    readonly name: string | null
    readonly self: boolean
    readonly benefits: readonly MyBenefit[]
  }[]
  /** Money of this place that no family claims here, and why. */
  readonly others: readonly { readonly id: string; readonly label: Text; readonly why: Text }[]
}

/** People of a family looked at, at most: more are no family. */
const mostPeople = 20

/**
 * Every benefit in money of the place for oneself and one's children, with what the rules say of it today, whether or not
 * it was offered; and those that cannot be claimed here, with the reason.
 */
export async function listMyBenefits(
  service: ClaimService,
  { access, person, now }: { readonly access: Access; readonly person: string; readonly now: Temporal.Instant },
): Promise<MyBenefits> {
  const { region } = access
  const place = service.placeOf(region)
  if (place === undefined) return { people: [], others: [] }
  const on = chineseDay(now)
  const people: MyBenefits['people'][number][] = []
  for (const subject of [person, ...(await childrenOf(service, { region, person }))].slice(0, mostPeople)) {
    const looked = await lookAround(service, { region, subject, claim: null })
    if (!maySpeakFor(looked, { person, subject })) continue
    const claims = await claimsOf(service, { access, subject })
    const benefits = claimableBenefits(place).flatMap(({ id, subject: forWhom }): readonly MyBenefit[] => {
      const found = findClaimable(place, id)
      if (!found.ok || !isFor(forWhom, { looked, self: subject === person })) return []
      const outcome = askLooked(service, { place, claimable: found.claimable, region, subject, looked, stated: {}, on })
      if (!outcome.ok) return []
      return [{ ...outcome.asked, claim: claims.get(`${id} ${outcome.asked.period}`) ?? null }]
    })
    const said = looked.birth?.facts['child.name']
    const name = looked.family.subject?.name ?? (typeof said === 'string' ? said : null)
    people.push({ id: subject, name, self: subject === person, benefits })
  }
  const others = place.benefits.flatMap(({ id, kind, label }) => {
    const found = findClaimable(place, id)
    return kind.startsWith('cash-') && !found.ok ? [{ id, label, why: found.problem.message }] : []
  })
  return { people, others }
}

/** Whether a benefit of this kind of subject can be theirs: a child's for children, a mother's for women. */
function isFor(subject: string, { looked, self }: { readonly looked: Looked; readonly self: boolean }): boolean {
  if (!self) return subject === 'child'
  const sex = looked.family.subject?.sex
  if (subject === 'child') return false
  return subject === 'mother' ? sex === 'female' : subject === 'father' ? sex === 'male' : true
}

/** Children by the register, and those of births that are not in it yet. */
async function childrenOf(
  { casework }: ClaimService,
  { region, person }: { readonly region: string; readonly person: string },
): Promise<readonly string[]> {
  const { register } = casework
  const ties = await withAccess(
    register,
    { access: programAccess(region, { purpose: 'registration' }), births: true },
    (tx) =>
      tx.query<{ person: string }>(
        `select distinct person from register.tie where region = $1 and other = $2
           and kind in ('mother', 'father', 'guardian') order by person`,
        [region, person],
      ),
  )
  const births = await withAccess(register, { access: programAccess(region, {}), births: true }, (tx) =>
    tx.query<{ subject: string }>(
      `select c.subject from casework.party t join casework.case_row c on c.region = t.region and c.id = t.case_id
       where t.region = $1 and c.region = $1 and t.person = $2 and t.role in ('mother', 'father')
         and c.procedure = 'one-birth' and c.subject is not null and c.status not in ('withdrawn', 'cancelled')
       order by c.opened_on desc, c.id`,
      [region, person],
    ),
  )
  return [...new Set([...births.map(({ subject }) => subject), ...ties.map(({ person: child }) => child)])]
}

async function claimsOf(
  { casework }: ClaimService,
  { access, subject }: { readonly access: Access; readonly subject: string },
): Promise<ReadonlyMap<string, string>> {
  const rows = await withAccess(casework.register, { access, births: true }, (tx) =>
    tx.query<{ id: string; benefit: string; period: string }>(
      'select id, benefit, period from payment.claim where region = $1 and subject = $2',
      [access.region, subject],
    ),
  )
  return new Map(rows.map(({ id, benefit, period }) => [`${benefit} ${period}`, id]))
}
