import { expect, it } from 'vitest'
import { isBeyond } from './is-beyond.ts'

const promised = (limit: number, unit: 'days' | 'working-days') => ({
  limit,
  unit,
  words: { zh: '', en: '' },
  source: { document: '', clause: '' },
})

it('says that something took longer than promised only where it surely did', () => {
  expect(isBeyond({ promised: promised(5, 'days'), slowest: 6 })).toBe(true)
  expect(isBeyond({ promised: promised(5, 'days'), slowest: 5 })).toBe(false)
  expect(isBeyond({ promised: promised(5, 'working-days'), slowest: 8 })).toBe(false)
  expect(isBeyond({ promised: promised(5, 'working-days'), slowest: 17 })).toBe(true)
  expect(isBeyond({ promised: null, slowest: 400 })).toBe(false)
})
