import { array, assert, constantFrom, property, uniqueArray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { InventoryLine } from './message.ts'
import { reconcile, type OurLine } from './reconcile.ts'

const theirs = (delivery: string, state: InventoryLine['state']): InventoryLine => ({
  delivery,
  case: 'case',
  item: 'item',
  state,
  at: '2026-11-28T00:00:00Z',
})

describe('reconciliation', () => {
  it('names what only one side has, and each answer that the other has not', () => {
    const ours: readonly OurLine[] = [
      { delivery: 'a', state: 'sent' },
      { delivery: 'b', state: 'sent' },
      { delivery: 'c', state: 'done' },
      { delivery: 'd', state: 'waiting' },
      { delivery: 'e', state: 'done' },
      { delivery: 'f', state: 'accepted' },
    ]
    const other = [
      theirs('b', 'done'),
      theirs('c', 'received'),
      theirs('e', 'done'),
      theirs('f', 'accepted'),
      theirs('x', 'done'),
    ]
    expect(reconcile(ours, other).map(({ delivery, kind }) => `${delivery} ${kind}`)).toEqual([
      'a never-arrived',
      'b answer-lost',
      'c answer-unknown',
      'x theirs-only',
    ])
  })

  it('finds nothing between equal lists, in whatever order they come', () => {
    const states = constantFrom('accepted' as const, 'done' as const, 'refused' as const, 'needs-more' as const)
    assert(
      property(
        uniqueArray(constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h')),
        array(states, { minLength: 8, maxLength: 8 }),
        (ids, drawn) => {
          const lines = ids.map((delivery, at) => ({ delivery, state: drawn[at] ?? 'done' }))
          const other = lines.map(({ delivery, state }) => theirs(delivery, state)).toReversed()
          expect(reconcile(lines, other)).toEqual([])
        },
      ),
    )
  })
})
