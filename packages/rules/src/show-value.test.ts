import { dayNumberOf } from '@junheng/kernel'
import { expect, test } from 'vitest'
import { showValue } from './show-value.ts'
import { familyDictionary } from './testing/family.ts'
import type { Type, Value } from './types.ts'

test.each<[Value, Type, string, string]>([
  [null, { kind: 'number' }, '未填', 'not given'],
  [true, { kind: 'boolean' }, '是', 'yes'],
  [false, { kind: 'boolean' }, '否', 'no'],
  [50_000, { kind: 'money' }, '500 元', '500 yuan'],
  [123_450, { kind: 'money' }, '1,234.50 元', '1,234.50 yuan'],
  [dayNumberOf(2024, 2, 29), { kind: 'date' }, '2024 年 2 月 29 日', '29 February 2024'],
  ['caesarean', { kind: 'code', list: 'delivery' }, '剖宫产', 'caesarean'],
  ['other', { kind: 'code', list: 'delivery' }, 'other', 'other'],
  [421_202, { kind: 'region' }, '421202', '421202'],
  [0, { kind: 'region' }, '000000', '000000'],
  [0.1 + 0.2, { kind: 'number' }, '0.3', '0.3'],
])('%j as %j', (value, type, zh, en) => {
  expect(showValue(value, type, familyDictionary)).toEqual({ zh, en })
})
