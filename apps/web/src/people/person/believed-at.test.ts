import { expect, it } from 'vitest'
import type { PersonFact } from '../calls.ts'
import { believedAt, instantsOf } from './believed-at.ts'

const fact = (id: string, recordedAt: string, more: Partial<PersonFact> = {}): PersonFact => ({
  id,
  kind: 'name',
  label: { zh: '姓名', en: 'Name' },
  object: null,
  value: { name: id },
  from: '2000-01-01',
  to: null,
  recordedAt,
  source: { kind: 'declared', label: { zh: '本人申报', en: 'Declared' }, reference: null },
  believed: true,
  recordedBy: null,
  corrects: null,
  correctedBy: null,
  reason: null,
  note: null,
  ...more,
})

const history = [
  fact('first', '2026-01-01T00:00:00Z'),
  fact('phone', '2026-01-01T00:00:00Z', { kind: 'phone' }),
  fact('second', '2026-02-01T00:00:00Z', { corrects: 'first', reason: '写错' }),
  fact('gone', '2026-03-01T00:00:00Z', { kind: 'phone', corrects: 'phone', value: null }),
]
const ids = (at: string | null) => believedAt(history, at).map(({ id }) => id)

it('gives what was believed at each instant', () => {
  expect(ids('2025-12-31T00:00:00Z')).toEqual([])
  expect(ids('2026-01-15T00:00:00Z')).toEqual(['first', 'phone'])
  expect(ids('2026-02-01T00:00:00Z')).toEqual(['phone', 'second'])
  expect(ids(null)).toEqual(['second'])
})

it('lists each instant once, newest first', () => {
  expect(instantsOf(history)).toEqual(['2026-03-01T00:00:00Z', '2026-02-01T00:00:00Z', '2026-01-01T00:00:00Z'])
})
