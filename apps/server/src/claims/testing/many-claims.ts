import { randomUUID } from 'node:crypto'
import type { Access } from '../../register/access.ts'
import { person, region } from '../../register/testing/scene.ts'
import { decideClaim } from '../decide-claim.ts'
import type { Deed, DeedOutcome } from '../deed.ts'
import { openClaim, type ClaimAsked, type ClaimOpened } from '../open-claim.ts'
import { record, type ClaimRole, type ClaimsScene } from './claims-scene.ts'

const township = `${region}001`

/** The access of somebody of the scene, as their page would have it. */
export function accessOf(scene: ClaimsScene, role: ClaimRole): Access {
  return {
    actor: scene.users[role],
    region,
    townships: role === 'township-worker' ? [township] : null,
    villages: null,
    purpose: 'casework',
    caseId: null,
    fields: [],
    reason: null,
  }
}

export interface Family {
  readonly mother: string
  readonly child: string
}

/** A mother with as many children, the last of whom is asked about. */
export async function makeFamily({ database }: ClaimsScene, children = 2): Promise<Family> {
  const mother = person({ name: '赵敏', sex: 'female', birthDate: '1995-01-01', township })
  await record(database, mother)
  const ids: string[] = []
  for (let at = 0; at < children; at++) {
    const reference = { id: mother.person, region }
    const child = person({ name: '钱多', birthDate: `${2023 + at}-02-03`, township, mother: reference })
    await record(database, child)
    ids.push(child.person)
  }
  return { mother: mother.person, child: ids.at(-1) ?? '' }
}

/** What a hospital would have told of the child. */
export const bornHere = { 'child.deliveredInInstitution': true, 'child.deliveryRegion': Number(region) }

export function claim(
  scene: ClaimsScene,
  { mother, child }: Family,
  changes: Partial<ClaimAsked> = {},
): Promise<ClaimOpened> {
  return openClaim(scene.service, {
    region,
    actionId: randomUUID(),
    origin: 'family',
    by: { unit: 'family', person: mother },
    benefit: 'delivery-aid',
    subject: child,
    period: null,
    stated: bornHere,
    payee: { account: '6222020011223344', accountHolder: '赵敏' },
    now: scene.clock.now,
    ...changes,
  })
}

/** An omitted `id` is one that nobody else has. */
type DeedSaid = Deed extends infer One ? (One extends Deed ? Omit<One, 'id'> & { readonly id?: string } : never) : never

export function decide(
  scene: ClaimsScene,
  claimId: string,
  said: DeedSaid,
  role: ClaimRole = 'benefit-officer',
): Promise<DeedOutcome> {
  const deed = { id: randomUUID(), ...said } as Deed
  return decideClaim(scene.service, { access: accessOf(scene, role), claimId, deed, now: scene.clock.now })
}

/** A claim of a second child, checked by the township. */
export async function checkedClaim(scene: ClaimsScene, family?: Family): Promise<string> {
  const opened = await claim(scene, family ?? (await makeFamily(scene)))
  if (!opened.ok) throw new Error(JSON.stringify(opened))
  const checked = await decide(scene, opened.id, { kind: 'check' }, 'township-worker')
  if (!checked.ok) throw new Error(JSON.stringify(checked))
  return opened.id
}

/** The same, confirmed: 500 yuan to pay. */
export async function confirmedClaim(scene: ClaimsScene): Promise<string> {
  const id = await checkedClaim(scene)
  const confirmed = await decide(scene, id, { kind: 'confirm', amountFen: null, reason: null })
  if (!confirmed.ok) throw new Error(JSON.stringify(confirmed))
  return id
}
