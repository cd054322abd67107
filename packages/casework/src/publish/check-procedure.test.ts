import { describe, expect, it } from 'vitest'
import type { Item, Procedure } from '../procedure.ts'
import { expression, makeClock, makeItem, makeProcedure } from '../testing/make-procedure.ts'
import { checkProcedure } from './check-procedure.ts'

const done = (item: string) => ({ kind: 'item', item, outcome: 'done' }) as const

function found(items: readonly Item[], more: Partial<Procedure> = {}): readonly string[] {
  return checkProcedure(makeProcedure(items, more)).map(({ item, at, code }) => `${item ?? ''}/${at.join('.')} ${code}`)
}

describe('publishing a procedure', () => {
  it('finds items that wait for each other, also through what they produce', () => {
    expect(found([makeItem('a', { needs: [done('b')] }), makeItem('b', { needs: [done('a')] })])).toEqual([
      'a/needs need-cycle',
    ])
    const through = makeItem('b', { needs: [{ kind: 'fact', fact: 'child.certificate' }] })
    expect(found([makeItem('a', { needs: [done('b')], produces: ['child.certificate'] }), through])).toEqual([
      'a/needs need-cycle',
    ])
  })

  it('finds a dead end and all that waits behind it', () => {
    const never = makeItem('a', { needs: [{ kind: 'fact', fact: 'child.number' }] })
    expect(found([never, makeItem('b', { needs: [done('a')] })])).toEqual(['a/needs.0 never-known', 'b/needs dead-end'])
    expect(
      found([
        makeItem('a', { refusals: [] }),
        makeItem('b', { needs: [{ kind: 'item', item: 'a', outcome: 'refused' }] }),
      ]),
    ).toEqual(['b/needs.0 dead-end'])
    expect(found([makeItem('a', { when: expression('child.inHospital') })], { form: [] })).toEqual([
      'a/when never-known',
    ])
    expect(found([makeItem('a')], { uniqueBy: ['child.number'] })).toEqual(['/uniqueBy.0 never-known'])
    expect(found([])).toEqual(['/items no-items'])
  })

  it('finds names, units and reasons nobody declared', () => {
    const odd = makeItem('a', { unit: 'navy', needs: [done('z')], produces: ['child.size'], stopsOn: ['rain'] })
    expect(found([odd], { lead: 'nobody' })).toEqual([
      '/lead unknown-unit',
      'a/unit unknown-unit',
      'a/produces.0 unknown-name',
      'a/stopsOn.0 unknown-stop',
      'a/needs.0 unknown-item',
    ])
  })

  it('finds who could never speak for a family, and a clock that could never be judged', () => {
    const when = expression('child.inHospital')
    const guardian = { unit: 'navy', when, whenText: 'child.inHospital' }
    expect(found([makeItem('a')], { guardian })).toEqual(['/guardian.unit unknown-unit'])
    expect(found([makeItem('a')], { guardian: { ...guardian, unit: 'health' }, form: [] })).toEqual([
      '/guardian.when never-known',
    ])
    expect(found([makeItem('a', { clocks: [makeClock({ when })] })], { form: [] })).toEqual([
      'a/clocks.0.when never-known',
    ])
  })

  it('finds a missing clause and a clock that never starts', () => {
    const bare = { document: 'law', clause: ' ' }
    expect(found([makeItem('a', { source: bare })])).toEqual(['a/source.clause missing-clause'])
    expect(found([makeItem('a', { clocks: [makeClock({ from: null })] })])).toEqual(['a/clocks.0 clock-without-start'])
    const named = (fact: string) => makeItem('a', { clocks: [makeClock({ from: { kind: 'fact', fact } })] })
    expect(found([named('child.name')])).toEqual(['a/clocks.0.from not-a-date'])
    expect(found([named('child.birthDate')], { form: [] })).toEqual(['a/clocks.0.from never-known'])
    expect(found([makeItem('a', { clocks: [makeClock({ limit: 0, pauses: ['rain'], escalateTo: 'navy' })] })])).toEqual(
      ['a/clocks.0.limit wrong-limit', 'a/clocks.0.pauses.0 unknown-pause', 'a/clocks.0.escalateTo unknown-unit'],
    )
  })
})
