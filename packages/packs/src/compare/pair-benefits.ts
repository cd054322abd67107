import type { Benefit } from '@junheng/entitlements'

/** Two benefits that stand for the same thing in two places, or one that stands alone. */
export interface Pair {
  readonly a: Benefit | null
  readonly b: Benefit | null
  readonly matchedBy: 'id' | 'likeness' | null
}

/** How alike the names of benefits of one topic and kind must be for them to be taken for the same thing. */
const likeNames = 0.45
/** Or how alike the ids and, at the least, the names: `special-family-…` and `nursery-…` begin many ids. */
const likeIds = { ids: 0.6, names: 0.15 }

/** Pairs by id first; what is left, within one topic and kind, by likeness of the names, the most alike first. */
export function pairBenefits(a: readonly Benefit[], b: readonly Benefit[]): readonly Pair[] {
  const byId = new Map(b.map((benefit) => [benefit.id, benefit]))
  const partner = new Map<Benefit, { readonly other: Benefit; readonly by: 'id' | 'likeness' }>()
  const taken = new Set<Benefit>()
  for (const one of a) {
    const other = byId.get(one.id)
    if (other === undefined) continue
    partner.set(one, { other, by: 'id' })
    taken.add(other)
  }
  const candidates = a
    .filter((one) => !partner.has(one))
    .flatMap((one) =>
      b.filter((other) => !taken.has(other)).map((other) => ({ one, other, likeness: likeness(one, other) })),
    )
    .filter((candidate) => candidate.likeness > 0)
    .sort((x, y) => y.likeness - x.likeness)
  for (const { one, other } of candidates) {
    if (partner.has(one) || taken.has(other)) continue
    partner.set(one, { other, by: 'likeness' })
    taken.add(other)
  }
  return [
    ...a.map((one): Pair => {
      const found = partner.get(one)
      return { a: one, b: found?.other ?? null, matchedBy: found?.by ?? null }
    }),
    ...b.filter((other) => !taken.has(other)).map((other): Pair => ({ a: null, b: other, matchedBy: null })),
  ]
}

/** 0 for what is not the same thing; else the share of letter pairs of the names, or of id words, the two have in common. */
function likeness(one: Benefit, other: Benefit): number {
  if (one.topic !== other.topic || one.kind !== other.kind || one.subject !== other.subject) return 0
  if (one.leave?.chain !== other.leave?.chain) return 0
  const names = common(letterPairs(one.label.zh), letterPairs(other.label.zh))
  const words = common(new Set(one.id.split('-')), new Set(other.id.split('-')))
  const isSame = names >= likeNames || (words >= likeIds.ids && names >= likeIds.names)
  return isSame ? Math.max(names, words) : 0
}

function letterPairs(text: string): ReadonlySet<string> {
  const letters = Array.from(text)
  return new Set(letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`))
}

/** Dice's coefficient. */
function common(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((item) => b.has(item)).length
  return a.size + b.size === 0 ? 0 : (2 * both) / (a.size + b.size)
}
