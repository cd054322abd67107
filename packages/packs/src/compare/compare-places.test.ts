import type { Place } from '@junheng/entitlements'
import { getDay } from '@junheng/kernel'
import { describe, expect, it } from 'vitest'
import { loadPacks } from '../load/load-packs.ts'
import { resolvePlace } from '../resolve/resolve-place.ts'
import { changed, smallPacks } from '../testing/small-packs.ts'
import { comparePlaces } from './compare-places.ts'

function placeOf(id: string, files = smallPacks()): Place {
  const { place } = resolvePlace(loadPacks(files).packs, id)
  if (place === null) throw new Error(id)
  return place
}

const on = getDay('2024-03-01')
const aid = '421202-xianan/benefits/nursery-aid.yaml'

describe('comparePlaces', () => {
  it('finds a place equal to itself', () => {
    const { benefits, totals } = comparePlaces(placeOf('xianan'), placeOf('xianan'), { on })
    expect(totals).toEqual({ same: 3, different: 0, onlyA: 0, onlyB: 0 })
    expect(benefits.every(({ matchedBy }) => matchedBy === 'id')).toBe(true)
  })

  it('says what only one of them gives', () => {
    const { benefits, totals } = comparePlaces(placeOf('hubei'), placeOf('xianan'), { on })
    expect(totals).toEqual({ same: 2, different: 0, onlyA: 0, onlyB: 1 })
    expect(benefits.find(({ state }) => state === 'only-b')?.b).toMatchObject({
      id: 'nursery-aid',
      amount: { zh: '每学期 500 元' },
    })
  })

  it('compares amounts as they are on the day', () => {
    const other = placeOf('xianan', smallPacks(changed('421202-xianan/parameters.yaml', 'value: 500', 'value: 550')))
    const differences = (day: string) =>
      comparePlaces(placeOf('xianan'), other, { on: getDay(day) }).benefits.flatMap((benefit) => benefit.differences)
    expect(differences('2024-03-01')).toEqual([
      {
        field: 'amount',
        a: expect.objectContaining({ zh: '每学期 500 元' }),
        b: expect.objectContaining({ zh: '每学期 550 元' }),
      },
    ])
    expect(differences('2025-03-01')).toEqual([])
  })

  it('compares conditions, dates in force and force', () => {
    const files = smallPacks({
      [aid]: (smallPacks().get(aid) ?? '')
        .replace('  - later-child\n', '')
        .replace('{from: 2023-07-20}', '{from: 2023-08-01}')
        .replace('force: entitled', 'force: encouraged'),
      '421202-xianan/examples.yaml': null,
    })
    const { benefits } = comparePlaces(placeOf('xianan'), placeOf('xianan', files), { on })
    const fields = benefits.flatMap(({ differences }) => differences.map(({ field }) => field))
    expect(fields).toEqual(['force', 'conditions', 'inForce'])
  })

  it('pairs benefits of one topic and kind whose names are alike', () => {
    const text = (smallPacks().get(aid) ?? '').replace('id: nursery-aid', 'id: childcare-grant')
    const files = smallPacks({
      [aid]: null,
      '421202-xianan/benefits/childcare-grant.yaml': text,
      '421202-xianan/examples.yaml': null,
      ...changed('421202-xianan/plan.yaml', 'by: [nursery-aid]', 'by: [childcare-grant]'),
    })
    const { benefits } = comparePlaces(placeOf('xianan'), placeOf('xianan', files), { on })
    expect(benefits.find(({ a }) => a?.id === 'nursery-aid')).toMatchObject({
      matchedBy: 'likeness',
      b: { id: 'childcare-grant' },
      state: 'same',
    })
  })
})
