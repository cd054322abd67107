import { expect, test } from 'vitest'
import { compareAnswers } from './compare-answers.ts'
import { ask } from './testing/ask.ts'
import { makePlace } from './testing/make-place.ts'

const facts = { 'child.birthDate': { type: 'date' } } as const
const aid = (id: string, days: string, to = 3) => ({
  id,
  from: 'child.birthDate',
  to: `addYears(child.birthDate, ${to})`,
  amount: { value: days, unit: 'day' as const },
})
const a = makePlace({
  facts,
  benefits: [aid('same', '5'), aid('amount', '5'), aid('terms', '5'), aid('only-a', '5'), aid('status', '5')],
})
const b = makePlace({
  facts,
  benefits: [aid('only-b', '5'), aid('status', '5', 1), aid('terms', '5', 4), aid('amount', '6'), aid('same', '5')],
})

test('two places are aligned benefit by benefit, and each difference has its name', () => {
  const input = { children: [{ birthDate: '2024-01-01' }] }
  const compared = compareAnswers(ask(a, input, '2026-01-01'), ask(b, input, '2026-01-01'))
  expect(compared.map(({ id, difference }) => [id, difference])).toEqual([
    ['same', 'same'],
    ['amount', 'amount'],
    ['terms', 'terms'],
    ['only-a', 'only-a'],
    ['status', 'status'],
    ['only-b', 'only-b'],
  ])
})

test('two situations are aligned child by child', () => {
  const first = ask(a, { children: [{ birthDate: '2024-01-01' }] }, '2026-01-01')
  const second = ask(a, { children: [{ birthDate: '2024-01-01' }, { birthDate: '2025-01-01' }] }, '2026-01-01')
  const compared = compareAnswers(first, second)
  expect(compared.filter(({ index }) => index === 0).every(({ difference }) => difference === 'same')).toBe(true)
  expect(compared.filter(({ index }) => index === 1).every(({ difference }) => difference === 'only-b')).toBe(true)
})
