import { expect, test } from 'vitest'
import { unionVocabulary } from './situation.ts'
import { situationSchema } from './situation-schema.ts'
import { both, makePlace } from './testing/make-place.ts'
import { samplePlace } from './testing/sample-place.ts'

const at = (schema: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Object(inner)[key] : undefined),
    schema,
  )

test('says each fact where readSituation reads it, in both languages, with its bounds', () => {
  const schema = situationSchema(samplePlace)
  expect(schema['$schema']).toBe('https://json-schema.org/draft/2020-12/schema')
  expect(schema['additionalProperties']).toBe(false)
  expect(at(schema, 'properties', 'mother', 'properties', 'employerMonthlyWage')).toMatchObject({
    title: '单位月平均工资 / mean monthly wage',
    type: ['number', 'string', 'null'],
    minimum: 500,
    maximum: 200_000,
  })
  const row = at(schema, 'properties', 'children', 'items', 'properties')
  expect(at(row, 'birthDate')).toMatchObject({
    format: 'date',
    description: '孩子的出生日期？ The child’s date of birth?',
  })
  expect(at(row, 'delivery', 'enum')).toEqual(['natural', 'caesarean', 'difficult', null])
  expect(at(row, 'delivery', 'description')).toContain('caesarean: 剖宫产 / caesarean')
  expect(at(row, 'nursery', 'properties', 'region')).toMatchObject({ pattern: '^[1-8]\\d{5}$' })
})

test('derived facts are absent', () => {
  expect(JSON.stringify(situationSchema(samplePlace))).not.toContain('minorChildren')
  expect(JSON.stringify(situationSchema(samplePlace))).not.toContain('leaveDays')
})

test('the words of two places are joined once each', () => {
  const other = makePlace({
    facts: { 'home.area': { type: 'number' }, 'mother.employed': { type: 'boolean', label: both('在职', 'employed') } },
    benefits: [],
  })
  const { facts, codeLists, tables } = unionVocabulary([samplePlace, other])
  expect(facts).toHaveLength(samplePlace.facts.length + 1)
  expect(codeLists[0]?.codes).toHaveLength(3)
  expect(tables).toHaveLength(2)
})
