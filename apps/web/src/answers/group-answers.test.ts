import type { Answer, Period } from '@junheng/entitlements'
import { expect, it } from 'vitest'
import { buildAnswer, buildFact } from '../testing/build.ts'
import { groupAnswers, groupIds, openAnswers } from './group-answers.ts'

const on = '2026-03-01'
const context = { facts: [], topics: [], on, absent: [] }
const groupOf = (answer: Answer, changes: Partial<Parameters<typeof groupAnswers>[1]> = {}) => {
  const { groups, closed } = groupAnswers([answer], { ...context, ...changes })
  return closed.length > 0 ? 'closed' : (groupIds.find((id) => groups[id].length > 0) ?? 'unsaid')
}
const period = (from: string | null, to: string | null, status: Period['status']): Period => ({
  from,
  to,
  status,
  amount: null,
  amountFen: null,
  amountTo: null,
})
const missing = (fact: string) => [{ fact, index: null, label: { zh: '', en: '' }, question: { zh: '', en: '' } }]

it('calls only a right that holds today something one can get', () => {
  expect(groupOf(buildAnswer('a'))).toBe('eligible')
  for (const force of ['encouraged', 'explored', 'discretionary', 'by-consent'] as const) {
    expect(groupOf(buildAnswer('a', { force }))).toBe('encouraged')
  }
})

it('keeps what only a draft promises apart from rights', () => {
  const source = { document: 'd', clause: '1', title: 't', confidence: 'confirmed', draft: true } as const
  expect(groupOf(buildAnswer('a', { source }))).toBe('draft')
})

it('puts a leave by its own days: ahead, running, over', () => {
  const leave = (from: string, to: string) => groupOf(buildAnswer('leave', { kind: 'leave', from, to }))
  expect(leave('2026-03-02', '2026-06-01')).toBe('future')
  expect(leave('2026-03-01', '2026-06-01')).toBe('eligible')
  expect(leave('2025-11-01', '2026-03-01')).toBe('past')
})

it('tells what is not met yet from what was and from what never is', () => {
  const no = (periods: readonly Period[]) => groupOf(buildAnswer('a', { status: 'ineligible', periods }))
  expect(no([period(null, '2026-09-01', 'ineligible'), period('2026-09-01', null, 'eligible')])).toBe('future')
  expect(no([period('2025-01-01', on, 'eligible'), period(on, null, 'ineligible')])).toBe('past')
  expect(no([period(null, null, 'ineligible')])).toBe('ineligible')
})

it('never shows unasked what rests on a fact people must bring up themselves', () => {
  const facts = [buildFact('mother.pregnancyLossDate', { ask: 'volunteer', topic: 'leave' })]
  const loss = buildAnswer('loss-leave', { status: 'incomplete', missing: missing('mother.pregnancyLossDate') })
  expect(groupOf(loss, { facts })).toBe('closed')
  expect(openAnswers([loss], { ...context, facts })).toEqual([])
  expect(groupOf(loss, { facts, topics: ['leave'] })).toBe('incomplete')
})

it('says nothing of people the family has not got, and of institutions only when asked', () => {
  expect(groupOf(buildAnswer('a'), { absent: ['child'] })).toBe('unsaid')
  const nursery = buildAnswer('a', { subject: { type: 'institution', index: null, label: { zh: '', en: '' } } })
  expect(groupOf(nursery)).toBe('closed')
  expect(groupOf(nursery, { topics: ['provider'] })).toBe('eligible')
})

it('tells nobody who came without a child of what concerns parents, unless they open it', () => {
  const subject = { type: 'household', index: null, label: { zh: '', en: '' } } as const
  const contraception = buildAnswer('contraception', { subject, topic: 'health' })
  const housing = buildAnswer('housing', { subject, topic: 'housing' })
  expect(groupOf(contraception)).toBe('eligible')
  expect(groupOf(contraception, { absent: ['child'] })).toBe('closed')
  expect(groupOf(contraception, { absent: ['child'], topics: ['health'] })).toBe('eligible')
  expect(groupOf(housing, { absent: ['child'] })).toBe('eligible')
})

it('puts money first, then time, then services, the larger sum before the smaller', () => {
  const { groups } = groupAnswers(
    [
      buildAnswer('service', { kind: 'service' }),
      buildAnswer('leave', { kind: 'leave', amount: 98 }),
      buildAnswer('small', { amount: 500 }),
      buildAnswer('large', { amount: 3600 }),
    ],
    context,
  )
  expect(groups.eligible.map((answer) => answer.id)).toEqual(['large', 'small', 'leave', 'service'])
})
