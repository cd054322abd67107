import { expect, it } from 'vitest'
import type { CaseField } from '../../cases/case-types.ts'
import { choicesOf, factsFor, mayChange, questionsAmong, questionsOf } from './questions.ts'

const label = { zh: '名', en: 'name' }
const field = (own: Partial<CaseField>): CaseField => ({
  name: 'child.name',
  label,
  type: { kind: 'text' },
  codes: [],
  required: false,
  prefilledFrom: null,
  fixedBy: null,
  value: null,
  known: false,
  toType: false,
  ...own,
})

it('asks what nobody else knows, and what a register should know, is needed and does not', () => {
  const fields = [
    field({ name: 'a', known: true }),
    field({ name: 'b', required: true }),
    field({ name: 'c' }),
    field({ name: 'd', prefilledFrom: 'police', required: true }),
    field({ name: 'e', prefilledFrom: 'police' }),
  ]
  expect(questionsOf({ form: { version: '1', fields } }).map(({ name }) => name)).toEqual(['b', 'c', 'd'])
})

it('lets nobody change here what a department has said', () => {
  expect(mayChange(field({}))).toBe(true)
  expect(mayChange(field({ prefilledFrom: 'hospital' }))).toBe(false)
})

it('offers the institution to a foundling only', () => {
  const codes = ['mother', 'father', 'institution'].map((code) => ({ code, label }))
  expect(choicesOf({ codes }, 'in-institution').map(({ code }) => code)).toEqual(['mother', 'father'])
  expect(choicesOf({ codes }, 'foundling')).toHaveLength(3)
})

it('asks twins for a name each and everything else once, and gives each case its own', () => {
  const form = { version: '1', fields: [field({ required: true }), field({ name: 'household.phone', required: true })] }
  const twins = [
    { id: 'a', form },
    { id: 'b', form },
  ]
  expect(questionsAmong(twins, questionsOf).map(({ key, of }) => [key, of])).toEqual([
    ['child.name@a', 'a'],
    ['child.name@b', 'b'],
    ['household.phone', null],
  ])
  expect(questionsAmong(twins.slice(0, 1), questionsOf).map(({ key }) => key)).toEqual([
    'child.name',
    'household.phone',
  ])
  const facts = { 'child.name@a': '双溪', 'child.name@b': '双林', 'household.phone': '13800138000' }
  expect(factsFor(facts, { id: 'b' })).toEqual({ 'child.name': '双林', 'household.phone': '13800138000' })
})
