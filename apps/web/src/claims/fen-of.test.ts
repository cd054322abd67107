import { expect, it } from 'vitest'
import { fenOf } from './fen-of.ts'

it('reads yuan to the fen, and nothing that is no amount', () => {
  expect(['500', '0.07', '1,234.56', ' 12.5 ', '19.99'].map(fenOf)).toEqual([50_000, 7, 123_456, 1250, 1999])
  expect(['', '-1', '1.234', '12345678', '五百', '1e3'].map(fenOf)).toEqual([null, null, null, null, null, null])
})
