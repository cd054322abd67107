import { expect, it } from 'vitest'
import type { CaseItem } from '../case-types.ts'
import { modesFor } from './modes.ts'

const words = { zh: '', en: '' }
const item = (own: Partial<CaseItem>): CaseItem => ({
  id: 'card',
  label: words,
  unit: 'social-security',
  unitLabel: words,
  office: null,
  officer: null,
  status: 'working',
  statusWords: words,
  needs: [],
  source: { document: '', clause: '', title: null },
  confidence: null,
  shows: [],
  refusals: [],
  produces: [],
  answer: null,
  asked: null,
  clocks: [],
  deliveries: [],
  note: null,
  ...own,
})
const seenBy = (viewer: string) => ({
  viewer,
  lead: { unit: 'health', label: words },
  objections: [],
  endedOn: null,
  waiting: [],
})

it('lets the unit of an item decide, the lead pass on and begin again, and nobody else anything', () => {
  expect(modesFor(seenBy('social-security'), item({}))).toEqual(['done', 'more', 'refuse', 'hand-over', 'substitute'])
  expect(modesFor(seenBy('health'), item({}))).toEqual(['hand-over'])
  expect(modesFor(seenBy('police'), item({}))).toEqual([])
  expect(modesFor(seenBy('health'), item({ status: 'done' }))).toEqual(['reopen'])
  expect(modesFor(seenBy('social-security'), item({ status: 'done' }))).toEqual([])
})

it('waits for the family with what was asked for, and may still refuse', () => {
  expect(modesFor(seenBy('social-security'), item({ status: 'asked' })).slice(0, 2)).toEqual(['received', 'refuse'])
  expect(modesFor(seenBy('social-security'), item({ status: 'waiting' }))).toEqual(['hand-over', 'substitute'])
})
