import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  findRegion,
  findRegionChange,
  regionAncestors,
  regionChanges,
  regionPath,
  regionsUnder,
  within,
} from './index.ts'
import { regionTable } from './region-table.ts'

const codes = [...regionTable().keys()].filter((code) => code !== 0)

describe('administrative regions', () => {
  test('a county is found with its path and ancestors', () => {
    expect(findRegion(421_202)).toEqual({ code: 421_202, name: '咸安区', level: 'county', parent: 421_200 })
    expect(regionPath(421_202)).toBe('湖北省 咸宁市 咸安区')
    expect(regionPath(340_403)).toBe('安徽省 淮南市 田家庵区')
    expect(regionAncestors(152_921).map(({ name }) => name)).toEqual(['内蒙古自治区', '阿拉善盟'])
    expect(findRegion('630000')?.name).toBe('青海省')
  })

  test('rows that only group are passed over', () => {
    expect(regionPath(110_101)).toBe('北京市 东城区')
    expect(regionPath(429_004)).toBe('湖北省 仙桃市')
    expect(regionsUnder(110_000)).toHaveLength(16)
    expect(regionsUnder(0)).toHaveLength(34)
    expect(regionsUnder(421_200).map(({ name }) => name)).toContain('咸安区')
  })

  test('an unknown code is not a place', () => {
    expect(findRegion(999_999)).toBeUndefined()
    expect(regionPath(421_299)).toBeUndefined()
    expect(regionAncestors(421_299)).toEqual([])
  })

  test('the table is whole: about three thousand places, each within those it lies in', () => {
    expect(codes.length).toBeGreaterThan(3100)
    for (const code of codes) {
      for (const ancestor of regionAncestors(code)) {
        if (!within(code, ancestor.code)) expect.fail(`${code} is not within ${ancestor.code}`)
      }
    }
  })

  test('an old code leads to those in use', () => {
    expect(findRegionChange(330_104)).toEqual({ code: 330_104, name: '江干区', year: 2021, to: [330_102, 330_114] })
    expect(findRegionChange(421_202)).toBeUndefined()
    for (const { code, to } of regionChanges) {
      expect(findRegion(code)).toBeUndefined()
      for (const next of to) expect(findRegion(next)?.level).toBe('county')
    }
  })
})

describe('within', () => {
  test('follows the digits of the code', () => {
    expect(within(421_202, 420_000)).toBe(true)
    expect(within(421_202, 421_200)).toBe(true)
    expect(within(421_202, 421_202)).toBe(true)
    expect(within(421_202, 0)).toBe(true)
    expect(within(421_202, 100_000)).toBe(true)
    expect(within(421_202, 421_203)).toBe(false)
    expect(within(421_200, 421_202)).toBe(false)
    expect(within(430_000, 420_000)).toBe(false)
  })

  test('is reflexive and transitive', () => {
    const code = fc.constantFrom(...codes)
    fc.assert(
      fc.property(code, code, code, (a, b, c) => {
        expect(within(a, a)).toBe(true)
        if (within(a, b) && within(b, c)) expect(within(a, c)).toBe(true)
      }),
    )
  })
})
