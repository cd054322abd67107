import { expect, test } from 'vitest'
import { askOne } from './testing/ask.ts'
import { makePlace } from './testing/make-place.ts'

const place = makePlace({
  facts: {
    'child.birthDate': { type: 'date' },
    'child.delivery': { type: 'code' },
    'mother.employed': { type: 'boolean' },
  },
  benefits: [
    {
      id: 'special',
      from: 'addYears(child.birthDate, 1)',
      to: 'addYears(child.birthDate, 2)',
      when: { hard: 'child.delivery = "difficult"' },
      excludes: ['general'],
    },
    { id: 'general', from: 'child.birthDate', to: 'addYears(child.birthDate, 3)', excludes: ['least', 'special'] },
    { id: 'least', from: 'child.birthDate', to: 'addYears(child.birthDate, 4)' },
    { id: 'household-wide', subject: 'household', when: { works: 'mother.employed' }, excludes: ['for-child'] },
    { id: 'for-child' },
  ],
})
const child = { birthDate: '2024-01-01', delivery: 'difficult' }
const periods = (input: unknown, id: string, row = 0) =>
  askOne(place, input, { id, on: '2025-06-01', row }).periods.map(({ from, status }) => `${from ?? '…'} ${status}`)

test('what is excluded is not given on just those days, and says on whose account', () => {
  expect(periods({ children: [child] }, 'general')).toEqual([
    '… ineligible',
    '2024-01-01 eligible',
    '2025-01-01 ineligible',
    '2026-01-01 eligible',
    '2027-01-01 ineligible',
  ])
  const answer = askOne(place, { children: [child] }, { id: 'general', on: '2025-06-01' })
  expect(answer.excludedBy).toBe('special')
  expect(answer.reason.zh).toContain('不能和“special”同时享受')
  expect(answer.reason.zh).toContain('从 2026年1月1日 起可以领')
})

test('what is itself excluded excludes nothing, and of two that exclude each other the first stands', () => {
  expect(periods({ children: [child] }, 'special')).toEqual([
    '… ineligible',
    '2025-01-01 eligible',
    '2026-01-01 ineligible',
  ])
  expect(periods({ children: [child] }, 'least')).toEqual([
    '… ineligible',
    '2025-01-01 eligible',
    '2026-01-01 ineligible',
    '2027-01-01 eligible',
    '2028-01-01 ineligible',
  ])
})

test('only one’s own row excludes, and only what is certain', () => {
  expect(periods({ children: [child, { ...child, delivery: 'natural' }] }, 'general', 1)).toHaveLength(3)
  expect(askOne(place, { children: [{ birthDate: '2024-01-01' }] }, { id: 'general', on: '2025-06-01' }).status).toBe(
    'eligible',
  )
})

test('a benefit of the household excludes those of every child', () => {
  const input = { mother: { employed: true }, children: [child, child] }
  expect(askOne(place, input, { id: 'for-child', on: '2025-01-01', row: 1 })).toMatchObject({
    status: 'ineligible',
    excludedBy: 'household-wide',
  })
  expect(askOne(place, { children: [child] }, { id: 'for-child', on: '2025-01-01' }).status).toBe('eligible')
})
