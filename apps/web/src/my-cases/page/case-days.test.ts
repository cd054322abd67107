import { expect, it } from 'vitest'
import type { CaseClock, CaseItem } from '../../cases/case-types.ts'
import { myCaseZh } from '../words-zh.ts'
import { caseDays } from './case-days.ts'

const text = { words: myCaseZh, say: (pair: { readonly zh: string }) => pair.zh, language: 'zh' } as const
const clock = (own: Partial<CaseClock>): CaseClock => ({
  clock: 'ninety-days',
  label: { zh: '缴费期限', en: 'time to pay' },
  item: 'premium',
  objection: null,
  binds: 'family',
  state: 'running',
  startedOn: '2026-03-02',
  due: '2026-05-31',
  notBefore: '2026-05-31',
  endedOn: null,
  workdaysLeft: 3,
  warned: false,
  late: false,
  escalatedTo: null,
  uncertain: null,
  words: { zh: '90 天，从出生日期起', en: '90 days' },
  source: { document: 'd', clause: '第十条', title: '参保经办规程' },
  ...own,
})
const withClocks = (...clocks: readonly CaseClock[]) => ({
  id: 'case',
  items: [
    {
      id: 'premium',
      label: { zh: '缴纳居民医保费', en: 'premium' },
      unit: 'tax',
      unitLabel: { zh: '税务', en: 'tax' },
      office: null,
      officer: null,
      status: 'working',
      statusWords: { zh: '', en: '' },
      needs: [],
      source: { document: 'd', clause: '第十条', title: '参保经办规程' },
      confidence: null,
      shows: [],
      refusals: [],
      produces: [],
      answer: null,
      asked: null,
      clocks: [...clocks],
      deliveries: [],
      note: null,
    } satisfies CaseItem,
  ],
})

it('gives the family its own limits that still run, with the rule', () => {
  const [day] = caseDays(withClocks(clock({})), text)
  expect(day).toMatchObject({ day: '2026-05-31', title: '缴纳居民医保费：缴费期限' })
  expect(day?.details).toContain('《参保经办规程》第十条')
  expect(caseDays(withClocks(clock({ binds: 'unit' }), clock({ endedOn: '2026-04-01' })), text)).toEqual([])
})

it('takes the earliest possible day where the last one is not known yet, and says why', () => {
  const uncertain = { zh: '2027 年的放假安排还没公布', en: 'holidays of 2027 are not published' }
  const [day] = caseDays(withClocks(clock({ due: null, notBefore: '2027-02-26', uncertain })), text)
  expect(day?.day).toBe('2027-02-26')
  expect(day?.details).toContain('还没公布')
})
