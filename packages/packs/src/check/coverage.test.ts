import { describe, expect, it } from 'vitest'
import { loadPacks } from '../load/load-packs.ts'
import { resolvePlace } from '../resolve/resolve-place.ts'
import { smallPacks } from '../testing/small-packs.ts'
import { coverage } from './coverage.ts'

function coverageOf(id: string) {
  const { place } = resolvePlace(loadPacks(smallPacks()).packs, id)
  if (place === null) throw new Error(id)
  return coverage(place)
}

describe('coverage', () => {
  it('counts what is answered, only recorded, promised and narrative', () => {
    expect(coverageOf('xianan').totals).toEqual({
      clauses: 2,
      marked: 2,
      markedPercent: 100,
      parts: 6,
      answered: 2,
      recorded: 2,
      promised: 1,
      narrative: 1,
    })
  })

  it('says for each part what carries it out', () => {
    const [, clause] = coverageOf('xianan').clauses
    expect(clause?.parts.map(({ kind, state, by }) => [kind, state, by])).toEqual([
      ['rule', 'answered', ['nursery-aid']],
      ['indicator', 'recorded', ['places']],
      ['duty', 'recorded', ['report']],
      ['register', 'promised', []],
      ['procedure', 'answered', ['birth']],
    ])
  })

  it('has nothing to say of a place without a plan', () => {
    expect(coverageOf('hubei')).toMatchObject({ plan: null, clauses: [], totals: { clauses: 0, markedPercent: 100 } })
  })
})
