import type { Benefit, Place } from '@junheng/entitlements'

/**
 * The same place with only the benefits whose answers can touch those named: they, what they exclude or are excluded
 * by, and the leave of their chains. An example asks for three of seventy; the others need not be judged for it.
 */
export function onlyRelated(place: Place, ids: ReadonlySet<string>): Place {
  const wanted = new Set(place.benefits.filter(({ id }) => ids.has(id)))
  for (let before = -1; before !== wanted.size;) {
    before = wanted.size
    for (const benefit of place.benefits) {
      if (!wanted.has(benefit) && [...wanted].some((other) => areRelated(benefit, other))) wanted.add(benefit)
    }
  }
  return { ...place, benefits: place.benefits.filter((benefit) => wanted.has(benefit)) }
}

function areRelated(one: Benefit, other: Benefit): boolean {
  if (one.excludes.includes(other.id) || other.excludes.includes(one.id)) return true
  return one.leave !== null && one.leave.chain === other.leave?.chain
}
