import { expect, it } from 'vitest'
import { nullableReferences } from './nullable-references.ts'

const reference = { $ref: '#/components/schemas/Words' }

it('says "or null" of a named schema so that null satisfies it, wherever it stands', () => {
  const written = { a: [{ allOf: [reference, { type: ['object', 'null'], description: 'why' }] }] }
  expect(nullableReferences(written)).toEqual({
    a: [{ description: 'why', anyOf: [reference, { type: 'null' }] }],
  })
})

it('leaves a schema that adds to another as it is', () => {
  for (const allOf of [
    [reference, { type: 'object', properties: {} }],
    [reference, { type: ['object', 'null'], properties: {} }],
    [reference],
  ]) {
    expect(nullableReferences({ allOf })).toEqual({ allOf })
  }
})
