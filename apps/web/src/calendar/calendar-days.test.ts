import { expect, it } from 'vitest'
import { zh } from '../messages/zh.ts'
import { buildAnswer } from '../testing/build.ts'
import { calendarDays } from './calendar-days.ts'

const words = { language: 'zh', t: zh, say: (text: { zh: string }) => text.zh, setLanguage: () => undefined } as const

it('takes the days to come of an answer, the last day in and not the first day out', () => {
  const answer = buildAnswer('aid', {
    label: { zh: '补贴', en: 'aid' },
    to: '2026-05-02',
    lastDay: '2026-05-01',
    claim: { how: { zh: '去办', en: 'go' }, where: null, papers: [], opens: '2025-01-01', closes: '2026-04-01' },
  })
  const days = calendarDays([answer], { on: '2026-03-01', words })
  expect(days.map(({ day, title }) => `${day} ${title}`)).toEqual([
    '2026-03-31 补贴：申请截止',
    '2026-05-01 补贴：最后一天',
  ])
  expect(new Set(days.map(({ id }) => id)).size).toBe(2)
})

it('has none where nothing is dated', () => {
  expect(calendarDays([buildAnswer('service')], { on: '2026-03-01', words })).toEqual([])
})
