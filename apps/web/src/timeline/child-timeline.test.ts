import { expect, it } from 'vitest'
import { childMonths } from './child-timeline.ts'

const entry = (index: number | null, fen: number) => ({ id: `b${index}`, label: { zh: '', en: '' }, index, fen })
const month = (name: string) => ({
  month: name,
  money: [entry(0, 100), entry(1, 10), entry(null, 1)],
  moneyFen: 111,
  deductions: [],
  leave: [],
})
const line = (names: readonly string[]) => ({
  months: names.map(month),
  totalFen: 0,
  undecided: [],
  notAdded: [],
  assumptions: [],
})

it('keeps one child’s months and money, and the family’s with them', () => {
  const months = childMonths(line(['2021-12', '2022-01', '2028-10', '2028-11']), { birth: '2022-10-10', index: 1 })
  expect(months.map((one) => [one.month, one.moneyFen])).toEqual([
    ['2022-01', 11],
    ['2028-10', 11],
  ])
})
