import type { Benefit, Place } from '@junheng/entitlements'
import { getDay } from '@junheng/kernel'
import { describe, expect, it } from 'vitest'
import { loadPacks } from '../load/load-packs.ts'
import { resolvePlace } from '../resolve/resolve-place.ts'
import { changed, smallPacks } from '../testing/small-packs.ts'
import { describeBenefit } from './describe-benefit.ts'

function described(id: string, day: string, files = smallPacks()) {
  const { place } = resolvePlace(loadPacks(files).packs, 'xianan')
  const benefit = place?.benefits.find((candidate): candidate is Benefit => candidate.id === id)
  if (place === null || benefit === undefined) throw new Error(id)
  return describeBenefit(place satisfies Place, benefit, getDay(day))
}

describe('describeBenefit', () => {
  it('states an amount that is the same for everyone, as of the day', () => {
    expect(described('nursery-aid', '2024-03-01').amount).toEqual({ zh: '每学期 500 元', en: '500 yuan a semester' })
    expect(described('nursery-aid', '2025-01-01').amount?.zh).toBe('每学期 600.50 元')
  })

  it('says how an amount is worked out that depends on the family', () => {
    const files = smallPacks({
      ...changed(
        '421202-xianan/benefits/nursery-aid.yaml',
        'value: nurseryAid',
        'value: "min(nurseryAid, nurseryAid * child.birthOrder)"',
      ),
      '421202-xianan/examples.yaml': null,
    })
    const amount = described('nursery-aid', '2024-03-01', files).amount
    expect(amount?.zh).toMatch(/^每学期.*500 元/)
    expect(amount?.zh).toMatch(/500 元乘以.*孩次/)
    expect(amount?.en).toMatch(/500 yuan.* a semester$/)
  })

  it('gives each condition a sentence and its source', () => {
    const { conditions } = described('nursery-aid', '2024-03-01')
    expect(conditions.map(({ id, source }) => [id, source.document])).toEqual([
      ['later-child', 'plan-2023'],
      ['under-three', 'law'],
      ['nursery-here', 'plan-2023'],
    ])
    expect(conditions[1]?.sentence.zh).toBe('孩子未满 3 岁')
    expect(conditions[0]?.sentence.zh).not.toBe('')
  })

  it('names the day whose rules count only where it is not the day asked about', () => {
    expect(described('nursery-aid', '2024-03-01').judgedOn).toBeNull()
    expect(described('maternity-leave', '2024-03-01').judgedOn?.zh).toContain('出生日期')
  })

  it('marks what is a draft or not confirmed', () => {
    expect(described('nursery-aid', '2024-03-01')).toMatchObject({ confidence: 'confirmed', draft: false })
    const files = smallPacks({
      ...changed('421202-xianan/pack.yaml', 'status: in-force', 'status: draft'),
      '421202-xianan/examples.yaml': null,
    })
    expect(described('nursery-aid', '2024-03-01', files).draft).toBe(true)
    const unsure = smallPacks(changed('421202-xianan/pack.yaml', 'confidence: confirmed', 'confidence: single-source'))
    expect(described('nursery-aid', '2024-03-01', unsure).confidence).toBe('single-source')
  })
})
