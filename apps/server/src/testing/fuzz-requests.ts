import * as fc from 'fast-check'
import { describeService } from '../app.ts'

/** A request made by chance after the API's own description: mostly well formed, often not. */
export interface FuzzRequest {
  readonly method: string
  readonly path: string
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
}

interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly format?: string
  readonly pattern?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly maxLength?: number
}

interface Parameter {
  readonly name: string
  readonly in: string
  readonly schema: Schema
}

interface Operation {
  readonly tags?: readonly string[]
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }
}

/** The tags of what the office always does. */
const usual = ['session', 'people', 'staff', 'log', 'my']

/** What breaks programs: the empty, the huge, the hidden, the foreign. */
const nasty: readonly unknown[] = [
  deep(60),
  '',
  ' ',
  '\u0000',
  '\ud800',
  '𠮷',
  '‮',
  'a'.repeat(5000),
  `' or 1=1 --`,
  '{"$gt":""}',
  '../..',
  '%',
  '__proto__',
  null,
  true,
  -1,
  0,
  1e308,
  Number.MAX_SAFE_INTEGER + 2,
  [],
  {},
  [[]],
  { a: { b: [1] } },
  '9999-12-31',
  '2026-02-30',
  '0000-00-00',
  '99999-01-01',
]

/** Requests to every route of the office. `known`: ids that exist, so that some requests get past the first check. */
export function fuzzRequests(known: readonly string[], tags: readonly string[] = usual): fc.Arbitrary<FuzzRequest> {
  const document = describeService()
  const components = (document.components?.schemas ?? {}) as Readonly<Record<string, Schema>>
  const value = valuesOf(components, known)
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries((item ?? {}) as Readonly<Record<string, Operation>>)
      .filter(([, { tags: own = [] }]) => own.some((tag) => tags.includes(tag)))
      .map(([method, operation]) => ({ method, path, operation })),
  )
  return fc.constantFrom(...operations).chain(({ method, path, operation }) => {
    const parameters = operation.parameters ?? []
    const body = operation.requestBody?.content?.['application/json']?.schema
    return fc
      .record({
        parameters: fc.tuple(...parameters.map(({ schema }) => value(schema, 0))),
        body: body === undefined ? fc.constant({}) : value(body, 0),
        cut: fc.nat(30),
        header: fc.constantFrom<Readonly<Record<string, string>>>(
          {},
          {},
          {},
          { 'accept-language': 'xx;q=9' },
          { 'x-forwarded-for': '::1' },
          { cookie: 'junheng.session_token=x.y' },
        ),
      })
      .map((made) => ({
        method: method.toUpperCase(),
        path: addressOf(path, parameters, made.parameters),
        // One in thirty is cut off in the middle.
        body: made.cut === 0 ? JSON.stringify(made.body).slice(0, -2) : JSON.stringify(made.body),
        headers: made.header,
      }))
  })
}

function addressOf(path: string, parameters: readonly Parameter[], values: readonly unknown[]): string {
  const text = (at: number) => {
    const made = values[at]
    const plain = typeof made === 'string' ? made : JSON.stringify(made)
    return encodeURIComponent(plain.toWellFormed().slice(0, 500))
  }
  const filled = parameters.reduce(
    (sofar, { name, in: where }, at) => (where === 'path' ? sofar.replace(`{${name}}`, text(at) || 'x') : sofar),
    path,
  )
  const query = parameters.flatMap(({ name, in: where }, at) => (where === 'query' ? [`${name}=${text(at)}`] : []))
  return query.length === 0 ? filled : `${filled}?${query.join('&')}`
}

function valuesOf(components: Readonly<Record<string, Schema>>, known: readonly string[]) {
  const right = (schema: Schema, depth: number): fc.Arbitrary<unknown> => {
    const name = schema.$ref?.split('/').at(-1)
    if (name !== undefined) return value(components[name] ?? {}, depth)
    // Of twelve purposes one lets most posts in: without a push nothing would get further.
    if (schema.enum?.includes('registration') === true)
      return fc.oneof(fc.constant('registration'), fc.constantFrom(...schema.enum))
    if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
    if (schema.anyOf !== undefined) return fc.oneof(...schema.anyOf.map((one) => value(one, depth)))
    const type = Array.isArray(schema.type) ? schema.type[0] : schema.type
    if (type === 'object' && depth < 4) {
      const fields = Object.entries(schema.properties ?? {})
      const record = fc.record(Object.fromEntries(fields.map(([key, own]) => [key, value(own, depth + 1)])), {
        requiredKeys: [],
      })
      const whole = fc.record(Object.fromEntries(fields.map(([key, own]) => [key, value(own, depth + 1)])))
      return fc.oneof(
        { weight: 8, arbitrary: whole },
        { weight: 1, arbitrary: record },
        { weight: 1, arbitrary: fc.dictionary(fc.string(), fc.jsonValue()) },
      )
    }
    if (type === 'array') return fc.array(value(schema.items ?? {}, depth + 1), { maxLength: 4 })
    if (type === 'boolean') return fc.boolean()
    if (type === 'integer' || type === 'number') return fc.oneof(fc.integer(), fc.double())
    if (schema.format === 'uuid') return fc.oneof(fc.constantFrom(...known), fc.uuid())
    if (schema.format === 'date')
      return fc
        .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
        .map((day) => day.toISOString().slice(0, 10))
    if (schema.pattern !== undefined)
      return fc.stringMatching(new RegExp(schema.pattern.replaceAll('\\w', '[a-z0-9_]')))
    return fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('单小雨', 'sxy', '13812345678', '怀德路12号', 'registration', 'register-person', ...known),
    )
  }
  const value = (schema: Schema, depth: number): fc.Arbitrary<unknown> =>
    fc.oneof({ weight: 14, arbitrary: right(schema, depth) }, { weight: 1, arbitrary: fc.constantFrom(...nasty) })
  return value
}

function deep(levels: number): unknown {
  return levels === 0 ? 'x' : [deep(levels - 1)]
}
