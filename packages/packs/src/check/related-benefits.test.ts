import { describe, expect, it } from 'vitest'
import { loadPacks } from '../load/load-packs.ts'
import { resolvePlace } from '../resolve/resolve-place.ts'
import { changed, smallPacks } from '../testing/small-packs.ts'
import { onlyRelated } from './related-benefits.ts'

function related(id: string, files = smallPacks()): readonly string[] {
  const { place } = resolvePlace(loadPacks(files).packs, 'xianan')
  return place === null ? [] : onlyRelated(place, new Set([id])).benefits.map((benefit) => benefit.id)
}

describe('onlyRelated', () => {
  it('keeps the other segments of a leave chain and nothing else', () => {
    expect(related('more-leave')).toEqual(['maternity-leave', 'more-leave'])
    expect(related('nursery-aid')).toEqual(['nursery-aid'])
  })

  it('follows exclusions in both directions and on to what they touch', () => {
    const path = '421202-xianan/benefits/nursery-aid.yaml'
    const files = smallPacks(changed(path, 'topic: child', 'topic: child\nexcludes: [more-leave]'))
    expect(related('nursery-aid', files)).toEqual(['maternity-leave', 'more-leave', 'nursery-aid'])
    expect(related('maternity-leave', files)).toEqual(['maternity-leave', 'more-leave', 'nursery-aid'])
  })
})
