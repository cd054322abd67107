import type { Place, Target } from '@junheng/entitlements'

/** What the nation's fourteenth five-year plan set for 2025; stands in where a plan sets none. */
export const nationalPlacesPerThousand = 4.5

/** The plan's own goal of nursery places per 1,000 people for the whole place, where it sets one. */
export function findNurseryTarget(place: Pick<Place, 'targets'>): (Target & { readonly value: number }) | undefined {
  const goals = place.targets.flatMap((target) => {
    const { value } = target
    return typeof value === 'number' && /^places-per-thousand-\d{4}$/u.test(target.id) ? [{ ...target, value }] : []
  })
  return goals.toSorted((a, b) => (b.byYear ?? 0) - (a.byYear ?? 0))[0]
}
