import { expect, it } from 'vitest'
import { buildFact, buildPlace } from '../testing/build.ts'
import {
  absentSubjects,
  countAnswers,
  emptyHousehold,
  findValue,
  givenFacts,
  isEmpty,
  withoutRow,
  withRow,
  withSkipped,
  withValue,
} from './household.ts'
import { situationInput } from './situation-input.ts'

const order = buildFact('child.birthOrder', { type: { kind: 'number' } })
const filed = buildFact('child.nursery.filed')
const region = buildFact('household.registrationRegion', { type: { kind: 'region' } })
const place = buildPlace([order, filed, region])
const two = withRow(withRow(emptyHousehold, 'children'), 'children')

it('keeps an answer of one child apart from the other child’s', () => {
  const household = withValue(two, { info: order, index: 1, value: 2 })
  expect(findValue(household, 'children', { fact: order.name, index: 1 })).toBe(2)
  expect(findValue(household, 'children', { fact: order.name, index: 0 })).toBeUndefined()
  expect(givenFacts(place, household)).toEqual([{ key: { fact: order.name, index: 1 }, info: order }])
})

it('tells no from not answered', () => {
  const household = withValue(two, { info: filed, index: 0, value: false })
  expect(situationInput(place, household)).toEqual({ children: [{ nursery: { filed: false } }, {}] })
  const taken = withValue(household, { info: filed, index: 0, value: undefined })
  expect(situationInput(place, taken)).toEqual({ children: [{}, {}] })
})

it('leaves out what the place does not know and tables nobody has spoken of', () => {
  const household = { ...emptyHousehold, facts: { 'household.registrationRegion': 421202, 'elsewhere.only': 1 } }
  expect(situationInput(place, household)).toEqual({ household: { registrationRegion: 421202 } })
})

it('asks again what was put aside once it is answered, and after a row is gone', () => {
  const skipped = withSkipped(two, { fact: filed.name, index: 1 })
  expect(skipped.skipped).toEqual(['child.nursery.filed#1'])
  expect(withSkipped(skipped, { fact: filed.name, index: 1 }).skipped).toHaveLength(1)
  expect(withValue(skipped, { info: filed, index: 1, value: true }).skipped).toEqual([])
  expect(withoutRow(skipped, 'children', 0, place)).toMatchObject({ skipped: [], rows: { children: [{}] } })
})

it('knows an empty household, a table said to be empty, and counts answers', () => {
  expect(isEmpty(emptyHousehold)).toBe(true)
  expect(isEmpty(two)).toBe(false)
  expect(absentSubjects(place, { ...emptyHousehold, rows: { children: [] } })).toEqual(['child'])
  expect(countAnswers(withValue(two, { info: region, index: null, value: 421202 }))).toBe(1)
})
