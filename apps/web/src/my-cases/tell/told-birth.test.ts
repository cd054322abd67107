import { expect, it } from 'vitest'
import { birthQuestions, noticesOfTold } from './told-birth.ts'

const mother = { id: '00000000-0000-4000-8000-000000000001', name: '陈雅婷', sex: 'female' } as const

it('asks a mother for the day and the child, and a father for the mother too', () => {
  expect(birthQuestions(mother, 1).map(({ name }) => name)).toEqual(['birth.date', 'birth.sex.1'])
  expect(birthQuestions({ sex: 'male' }, 2).map(({ name }) => name)).toEqual([
    'birth.date',
    'birth.sex.1',
    'birth.sex.2',
    'birth.motherName',
  ])
})

it('tells of each child once, outside a hospital, by its parent', () => {
  const facts = { 'birth.date': '2026-11-20', 'birth.sex.1': 'female', 'birth.sex.2': 'male' }
  const [first, second] = noticesOfTold(facts, { teller: mother, ids: ['a', 'b'] })
  expect(first).toMatchObject({ where: 'outside', record: null, mother: { person: mother.id }, father: null })
  expect(first?.child).toEqual({ sex: 'female', birthDate: '2026-11-20', order: 1, of: 2 })
  expect(second?.child).toEqual({ sex: 'male', birthDate: '2026-11-20', order: 2, of: 2 })
})

it('names the mother where the father tells', () => {
  const father = { ...mother, name: '李文鹏', sex: 'male' } as const
  const [notice] = noticesOfTold({ 'birth.motherName': '陈雅婷' }, { teller: father, ids: ['a'] })
  expect(notice).toMatchObject({ mother: { name: '陈雅婷' }, father: { person: father.id } })
})
