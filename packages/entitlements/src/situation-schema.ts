import type { FactInfo } from './place.ts'
import type { Vocabulary } from './situation.ts'
import { situationShape } from './situation-shape.ts'
import type { Group, Shape } from './situation-shape.ts'

export type JsonSchema = { readonly [key: string]: unknown }

/**
 * JSON Schema 2020-12 of the situation `readSituation` accepts for this vocabulary (a place's, or the union of
 * several). Whatever is left out, or null, is not known. Derived facts are absent: they are computed.
 */
export function situationSchema(vocabulary: Vocabulary): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: '家庭情况 / A household’s situation',
    description:
      '不知道的就不写；金额写元，日期写 2026-03-02。 Leave out what is not known; money in yuan, days like 2026-03-02.',
    ...groupSchema(situationShape(vocabulary), vocabulary),
  }
}

function groupSchema(group: Group, vocabulary: Vocabulary): JsonSchema {
  const members = [...group.members].map(([key, shape]) => [key, shapeSchema(shape, vocabulary)] as const)
  return { type: 'object', properties: Object.fromEntries(members), additionalProperties: false }
}

function shapeSchema(shape: Shape, vocabulary: Vocabulary): JsonSchema {
  if (shape.kind === 'fact') return factSchema(shape.fact, vocabulary)
  if (shape.kind === 'group') return orNull(groupSchema(shape, vocabulary))
  const label = vocabulary.tables.find(({ name }) => name === shape.table)?.label
  return {
    ...(label === undefined ? {} : { title: `${label.zh} / ${label.en}` }),
    description:
      '每人一条，都列上；一个也没有就写 [ ]，不知道就不写。 One item each, all of them; [ ] says there are none, leaving it out that it is not known.',
    type: ['array', 'null'],
    maxItems: 50,
    items: groupSchema(shape.row, vocabulary),
  }
}

function factSchema(fact: FactInfo, vocabulary: Vocabulary): JsonSchema {
  const question = fact.question ?? fact.label
  const words = {
    title: `${fact.label.zh} / ${fact.label.en}`,
    description: [`${question.zh} ${question.en}`, fact.help === null ? '' : `${fact.help.zh} ${fact.help.en}`]
      .filter((part) => part !== '')
      .join('\n'),
  }
  const bounds = {
    ...(fact.min === null ? {} : { minimum: fact.min }),
    ...(fact.max === null ? {} : { maximum: fact.max }),
  }
  switch (fact.type.kind) {
    case 'boolean':
      return { ...words, type: ['boolean', 'null'] }
    case 'number':
      return { ...words, type: ['number', 'null'], ...bounds }
    case 'money':
      // A text keeps amounts exact that a reader of JSON might not; the bounds of a text are checked on reading.
      return { ...words, type: ['number', 'string', 'null'], pattern: '^-?\\d{1,16}(\\.\\d{1,2}0*)?$', ...bounds }
    case 'date':
      return { ...words, type: ['string', 'null'], format: 'date', pattern: '^\\d{4}-\\d{2}-\\d{2}$' }
    case 'region':
      return {
        ...words,
        description: `${words.description}\n填 6 位行政区划代码（GB/T 2260），到县、区就够。 The six-digit code of the county or district (GB/T 2260).`,
        type: ['integer', 'string', 'null'],
        minimum: 100_000,
        maximum: 899_999,
        pattern: '^[1-8]\\d{5}$',
        examples: [421_202],
      }
    case 'code': {
      const { list } = fact.type
      const codes = vocabulary.codeLists.find(({ name }) => name === list)?.codes ?? []
      const choices = codes.map(({ code, label }) => `${code}: ${label.zh} / ${label.en}`)
      return {
        ...words,
        description: [words.description, ...choices].join('\n'),
        enum: [...codes.map(({ code }) => code), null],
      }
    }
  }
}

function orNull(schema: JsonSchema): JsonSchema {
  return { ...schema, type: ['object', 'null'] }
}
