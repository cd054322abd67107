import { describe, expect, it } from 'vitest'
import { packSchemas } from './pack-schemas.ts'

describe('packSchemas', () => {
  it('has one JSON Schema for each kind of file, which refuses unknown keys', () => {
    const schemas = packSchemas()
    expect(Object.keys(schemas)).toEqual([
      'pack',
      'plan',
      'dictionary',
      'conditions',
      'parameters',
      'benefit',
      'targets',
      'duties',
      'examples',
      'procedure',
      'cases',
      'schedules',
    ])
    expect(schemas.benefit).toMatchObject({ type: 'object', additionalProperties: false })
    expect(schemas.plan).toMatchObject({ type: 'array', items: { additionalProperties: false } })
  })

  it('asks an editor only for what an author must write', () => {
    expect(packSchemas().benefit['required']).toEqual(['id', 'label', 'kind', 'force', 'subject', 'topic', 'source'])
  })
})
