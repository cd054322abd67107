import type { MyCase } from './calls.ts'

type Line = Pick<MyCase, 'id' | 'status' | 'loss' | 'together'>

/** The other children of the same birth, in the order of birth; none where it is one child. */
export function bornWith<L extends Line>(one: L, cases: readonly L[]): readonly L[] {
  const { together } = one
  if (together === null) return []
  return inOrder(
    cases.filter(
      (other) => other.id !== one.id && other.together?.on === together.on && other.together.of === together.of,
    ),
  )
}

/** Offers that are confirmed in one go: this one and its twins that still wait, in the order of birth. A loss stands alone. */
export function offeredWith<L extends Line>(one: L, cases: readonly L[]): readonly L[] {
  return inOrder([one, ...bornWith(one, cases)].filter(isOpenOffer))
}

export function isOpenOffer({ status, loss }: Line): boolean {
  return status === 'offered' && loss === 'none'
}

function inOrder<L extends Line>(cases: readonly L[]): readonly L[] {
  return cases.toSorted((a, b) => (a.together?.order ?? 1) - (b.together?.order ?? 1))
}
