import { expect, test } from 'vitest'
import { fieldValue } from './item-text.ts'

test.each([
  ['amount', '500', 500],
  ['amount', '1,200', 1200],
  ['amount', '500—2400', [500, 2400]],
  ['value', '4.5', 4.5],
  ['value', '二级', '二级'],
  ['byYear', '2027', 2027],
  ['byYear', '', null],
  ['amount', 'viel', null],
  ['unit', ' 元 ', '元'],
  ['name', '', ''],
])('%s typed as “%s”', (name, typed, value) => {
  expect(fieldValue(name, typed)).toEqual(value)
})
