import { expect, it } from 'vitest'
import type { CaseField } from '../../cases/case-types.ts'
import { choicesOf, mayChange, questionsOf } from './questions.ts'

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
