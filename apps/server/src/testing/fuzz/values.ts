import * as fc from 'fast-check'
import type { Schema } from './served-document.ts'

/** Ids that exist, by the collection of the address or field they belong to; '' holds some of each. */
export type KnownIds = (collection: string) => readonly string[]

/** What breaks programs: the empty, the huge, the hidden, the foreign. */
const nasty: readonly unknown[] = [
  deep(30),
  '',
  ' ',
  '\u0000',
  '\ud800',
  '𠮷',
  '‮',
  '\uFEFF',
  'a'.repeat(5000),
  `' or 1=1 --`,
  '{"$gt":""}',
  '../..',
  '%',
  '__proto__',
  { ['__proto__']: 1, constructor: { prototype: 1 } },
  null,
  true,
  -1,
  0,
  -0.5,
  1e308,
  2 ** 31,
  Number.MAX_SAFE_INTEGER + 2,
  [],
  {},
  [[]],
  Array.from({ length: 300 }, () => 1),
  { a: { b: [1] } },
  '9999-12-31',
  '2026-02-30',
  '0000-00-00',
  '99999-01-01',
  '2026-11-28T25:61:00Z',
  '110101',
  '00000000-0000-0000-0000-000000000000',
]

/** Plain texts of the register, so that some requests are about somebody. */
const texts = ['李梅', '王一一', 'lm', '13812345678', '怀德路12号', '6222020011223344', '421202', '421202001', '收据']

/** Values for a schema. `nastiness`: of fifteen values, how many are none that it allows. */
export function valuesOf(
  components: Readonly<Record<string, Schema>>,
  { known, nastiness }: { readonly known: KnownIds; readonly nastiness: 0 | 1 },
): (schema: Schema, name: string) => fc.Arbitrary<unknown> {
  const ids = (name: string) => fc.nat().map((at) => pick(known(name.replace(/Ids?$/u, '')), at))
  const record = (schema: Schema, depth: number): fc.Arbitrary<unknown> => {
    const fields = Object.entries(schema.properties ?? {}).map(
      ([key, own]) => [key, value(own, { name: key, depth: depth + 1 })] as const,
    )
    const model = Object.fromEntries(fields)
    const whole = fc.record(model)
    const least = fc.record(model, { requiredKeys: [...(schema.required ?? [])] })
    if (nastiness === 0) return fc.oneof(whole, least)
    return fc.oneof(
      { weight: 6, arbitrary: whole },
      { weight: 6, arbitrary: least },
      { weight: 1, arbitrary: fc.record(model, { requiredKeys: [] }) },
      { weight: 1, arbitrary: fc.dictionary(fc.string(), fc.jsonValue()) },
    )
  }
  const right = (schema: Schema, { name, depth }: At): fc.Arbitrary<unknown> => {
    const component = schema.$ref?.split('/').at(-1)
    if (component !== undefined) return value(components[component] ?? {}, { name, depth })
    if (schema.const !== undefined) return fc.constant(schema.const)
    // Of twelve purposes one lets most posts in: without a push nothing would get further.
    if (schema.enum?.includes('registration') === true)
      return fc.oneof(fc.constantFrom('registration', 'casework'), fc.constantFrom(...schema.enum))
    if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
    const choices = schema.anyOf ?? schema.oneOf
    if (choices !== undefined) return fc.oneof(...choices.map((one) => value(one, { name, depth })))
    if (schema.allOf !== undefined)
      return fc
        .tuple(...schema.allOf.map((one) => value(one, { name, depth })))
        .map((parts) => Object.assign({}, ...parts.filter((part) => typeof part === 'object')) as unknown)
    const type = Array.isArray(schema.type) ? schema.type[0] : schema.type
    if (type === 'object' && depth < 5) return record(schema, depth)
    if (type === 'array') return fc.array(value(schema.items ?? {}, { name, depth: depth + 1 }), { maxLength: 3 })
    if (type === 'boolean') return fc.boolean()
    if (type === 'null') return fc.constant(null)
    if (type === 'integer' || type === 'number') return fc.oneof(fc.integer({ min: 1, max: 3000 }), fc.integer())
    if (schema.format === 'uuid')
      return fc.oneof({ weight: 3, arbitrary: ids(name) }, { weight: 1, arbitrary: fc.uuid() })
    if (schema.format === 'date') return days
    if (schema.pattern !== undefined) return fc.oneof(ids(name), matching(schema.pattern))
    return fc.oneof(ids(name), fc.string({ unit: 'grapheme' }), fc.constantFrom(...texts))
  }
  const value = (schema: Schema, at: At): fc.Arbitrary<unknown> =>
    nastiness === 0
      ? right(schema, at)
      : fc.oneof({ weight: 14, arbitrary: right(schema, at) }, { weight: 1, arbitrary: fc.constantFrom(...nasty) })
  return (schema, name) => value(schema, { name, depth: 0 })
}

interface At {
  /** Of the field or of the collection in the address. */
  readonly name: string
  readonly depth: number
}

const days = fc.oneof(
  fc
    .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10)),
  fc.integer({ min: 1, max: 28 }).map((day) => `2026-11-${String(day).padStart(2, '0')}`),
)

function matching(pattern: string): fc.Arbitrary<string> {
  return fc.stringMatching(new RegExp(pattern.replaceAll('\\w', '[a-z0-9_]')))
}

function pick(from: readonly string[], at: number): string {
  return from[at % from.length] ?? 'nothing-known'
}

function deep(levels: number): unknown {
  return levels === 0 ? 'x' : [deep(levels - 1)]
}
