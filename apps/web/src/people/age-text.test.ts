import { getDay } from '@junheng/kernel'
import { expect, it } from 'vitest'
import { ageText } from './age-text.ts'

const words = { age: (n: number) => `${n}y`, months: (n: number) => `${n}m`, days: (n: number) => `${n}d` }

it('counts days, then months, then years, and says nothing of a day to come', () => {
  const on = getDay('2026-03-01')
  expect(ageText('2026-03-01', on, words)).toBe('0d')
  expect(ageText('2026-02-02', on, words)).toBe('27d')
  expect(ageText('2026-02-01', on, words)).toBe('1m')
  expect(ageText('2023-03-02', on, words)).toBe('35m')
  expect(ageText('2023-03-01', on, words)).toBe('3y')
  expect(ageText('1960-02-29', on, words)).toBe('66y')
  expect(ageText('2026-03-02', on, words)).toBe('')
})
