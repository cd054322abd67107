import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fenFromYuan, formatYuan, parseYuan, yuanOf } from './fen.ts'

test('yuan become fen without a floating slip', () => {
  expect(fenFromYuan(1.1)).toBe(110)
  expect(fenFromYuan('0.50')).toBe(50)
  expect(fenFromYuan('500')).toBe(50_000)
  expect(fenFromYuan(-1.5)).toBe(-150)
  expect(fenFromYuan('1.200')).toBe(120)
  expect(Object.is(fenFromYuan('-0'), 0)).toBe(true)
})

test('what is not an exact amount is refused', () => {
  for (const bad of ['1.005', '', '5元', '1e3', 'NaN', '１', 0.001, Number.NaN, Infinity, 1e21, 1e16]) {
    expect(parseYuan(bad)).toBeUndefined()
  }
  expect(() => fenFromYuan('1.005')).toThrow('not-an-amount')
})

test('every amount is written and read back the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), (fen) => {
      expect(fenFromYuan(formatYuan(fen).replaceAll(',', ''))).toBe(fen)
      expect(fenFromYuan(yuanOf(fen))).toBe(fen)
    }),
  )
})

test('people see separators, and decimals only where there are any', () => {
  expect(formatYuan(50_000)).toBe('500')
  expect(formatYuan(123_450)).toBe('1,234.50')
  expect(formatYuan(-100_000_005)).toBe('-1,000,000.05')
  expect(formatYuan(0)).toBe('0')
})
