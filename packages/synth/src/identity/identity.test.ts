import { dayNumberOf, parseResidentId } from '@junheng/kernel'
import { findRegion, regionsUnder } from '@junheng/kernel/regions'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findCountyOfSynthetic, isSyntheticId, syntheticId, syntheticRegion } from './synthetic-id.ts'
import { isSyntheticPhone, syntheticPhone } from './synthetic-phone.ts'

const provinces = regionsUnder(0)
  .map(({ code }) => code)
  .filter((code) => code < 710_000)

describe('synthetic identity numbers', () => {
  it('pass every check of form and say day and sex', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...provinces),
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: dayNumberOf(1915, 1, 1), max: dayNumberOf(2060, 12, 31) }),
        fc.constantFrom('male' as const, 'female' as const),
        fc.integer({ min: 0, max: 498 }),
        (province, rest, birthDate, sex, serial) => {
          const county = province + rest
          const text = syntheticId({ county, birthDate, sex, serial })
          const parsed = parseResidentId(text)
          expect(parsed.ok && [parsed.id.birthDate, parsed.id.sex]).toEqual([birthDate, sex])
          expect(isSyntheticId(text)).toBe(true)
          expect(findCountyOfSynthetic(Number(text.slice(0, 6)))).toBe(county)
        },
      ),
    )
  })

  it('name a province that is none, so that no real person can have one', () => {
    expect(provinces).toHaveLength(31)
    for (const province of provinces) {
      const marked = syntheticRegion(province)
      expect(findRegion(marked)).toBeUndefined()
      expect(findCountyOfSynthetic(province)).toBeUndefined()
      expect(marked % 10_000).toBe(0)
    }
    expect(new Set(provinces.map(syntheticRegion)).size).toBe(31)
    const real = new Set(regionsUnder(0).map(({ code }) => code / 10_000))
    for (let code = 10; code < 100; code++)
      if (real.has(code)) expect(findCountyOfSynthetic(code * 10_000)).toBeUndefined()
  })

  it('are not claimed of real ones, of wrong check digits, of other text', () => {
    const synthetic = syntheticId({ county: 421202, birthDate: 10_000, sex: 'female', serial: 0 })
    const wrong = synthetic.slice(0, 17) + (synthetic.endsWith('1') ? '2' : '1')
    // The example of the standard itself.
    for (const text of ['11010519491231002X', wrong, '', '851202']) expect(isSyntheticId(text)).toBe(false)
  })
})

describe('synthetic telephones', () => {
  it('begin with 000, have eleven digits, and differ', () => {
    const phones = new Set(Array.from({ length: 50_000 }, (_, index) => syntheticPhone(index)))
    expect(phones.size).toBe(50_000)
    for (const phone of phones) expect(phone).toMatch(/^000\d{8}$/)
    expect(isSyntheticPhone(syntheticPhone(99_999_999))).toBe(true)
    expect(isSyntheticPhone('13800138000')).toBe(false)
  })
})
