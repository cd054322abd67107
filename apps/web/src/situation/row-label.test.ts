import { expect, it } from 'vitest'
import { emptyHousehold } from './household.ts'
import { rowLabel } from './row-label.ts'

const label = (rows: readonly Record<string, string | number>[], index: number, language: 'zh' | 'en' = 'zh') =>
  rowLabel({ ...emptyHousehold, rows: { children: rows } }, { table: 'children', index, language })

it('names a child by its order, else by its month, else by its place in the row', () => {
  expect(label([{ 'child.birthOrder': 2 }, {}], 0)).toBe('第二个孩子')
  expect(label([{ 'child.birthDate': '2022-05-01' }, {}], 0)).toBe('2022年5月出生的孩子')
  expect(label([{}, {}], 1)).toBe('从小数第二个孩子')
  expect(label([{}], 0)).toBe('孩子')
  expect(label([{ 'child.birthOrder': 2 }, {}], 0, 'en')).toBe('the second child')
})

it('keeps twins of one order apart by number', () => {
  const twins = [{ 'child.birthOrder': 2 }, { 'child.birthOrder': 2 }]
  expect(label(twins, 0)).not.toBe(label(twins, 1))
})
