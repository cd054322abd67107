import { otherRoles, claimRoles, type AnyRole } from '../../claims/testing/claims-scene.ts'

/** Everybody there is. */
const everybody: readonly AnyRole[] = [
  ...(Object.keys(claimRoles) as (keyof typeof claimRoles)[]),
  ...otherRoles,
  'resident',
]

const right: readonly (readonly [RegExp, readonly AnyRole[]])[] = [
  [/^\/api\/my/u, ['resident']],
  [/^\/api\/staff\/(posts|users)/u, ['administrator']],
  [/^\/api\/staff/u, ['county-officer', 'village-worker']],
  [/^\/api\/(access-log|break-glass)/u, ['reviewer']],
  [/^\/api\/deliveries/u, ['data-officer']],
  [/^\/api\/births/u, ['hospital-clerk']],
  [/^\/api\/payments/u, ['cashier-preparer', 'cashier-approver']],
  [/^\/api\/claims\/[^/]+\/repayments/u, ['cashier-preparer']],
  [/^\/api\/claims/u, ['benefit-officer', 'township-worker', 'colleague']],
]

/** Mostly somebody who gets past the first check, in turn; otherwise anybody, or nobody (null). */
export function roleFor(path: string, number: number): AnyRole | null {
  if (number % 19 === 0) return null
  if (number % 3 === 0) return everybody[Math.floor(number / 3) % everybody.length] ?? null
  const roles = right.find(([pattern]) => pattern.test(path))?.[1] ?? ['county-officer', 'social-security-clerk']
  return roles[number % roles.length] ?? null
}
