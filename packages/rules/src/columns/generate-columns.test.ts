import { describe, expect, it } from 'vitest'
import { bind } from '../bind/bind.ts'
import { makeDictionary } from '../dictionary.ts'
import { parseExpression } from '../parse-expression.ts'
import type { FactDeclaration, Type } from '../types.ts'
import type { ColumnData } from './column-data.ts'
import { shapeOf } from './column-shape.ts'
import { compileColumns } from './compile-columns.ts'
import { countStatuses, truthStatus } from './truth-status.ts'

const label = { zh: '测试', en: 'test' }
const fact = (name: string, type: Exclude<Type, { kind: 'null' }>): FactDeclaration => ({
  name,
  aliases: [],
  type,
  label,
  table: null,
})

const kind = { kind: 'code', list: 'kinds' } as const
const dictionary = makeDictionary({
  facts: [
    fact('孩次', { kind: 'number' }),
    fact('price', { kind: 'money' }),
    fact('limit', { kind: 'money' }),
    fact('filed', { kind: 'boolean' }),
    fact('kind', kind),
  ],
  codeLists: [{ name: 'kinds', codes: ["a'b", 'process.exit(1)'].map((code) => ({ code, label })) }],
})

const data: ColumnData = {
  households: 3,
  facts: new Map([
    ['孩次', { values: Int32Array.of(1, 2, 3), nulls: null }],
    ['price', { values: Float64Array.of(100, 205, 300), nulls: null }],
    ['limit', { values: Float64Array.of(1e12, 2e12, 3e12), nulls: null }],
    ['filed', { values: Uint8Array.of(1, 0, 0), nulls: Uint8Array.of(0, 0, 1) }],
    ['kind', { values: Int32Array.of(0, 1, 1), nulls: null }],
  ]),
  tables: new Map(),
}

function program(...texts: readonly string[]) {
  const outputs = texts.map((text, index) => {
    const { expr } = parseExpression(text, dictionary)
    if (expr === null) throw new Error(`not well-typed: ${text}`)
    return {
      name: `out${index}`,
      expr: bind(expr, { parameters: () => ({ value: null }), on: 0, here: 0, derived: () => null }),
    }
  })
  return compileColumns({ outputs, scope: { row: null }, shape: shapeOf(data), codeLists: dictionary.codeLists })
}

const text = (...texts: readonly string[]) => program(...texts).generated.bodies.join('\n')
const values = (rule: string) => [...(program(rule).run(data).get('out0')?.values ?? [])]

describe('generated code', () => {
  it('is integer arithmetic where the bounds allow it', () => {
    expect(text('price * 0.8 + price')).not.toMatch(/\d\.\d/)
    expect(text('if 孩次 >= 2 then price else 0')).toContain('&')
    expect(values('if 孩次 >= 2 then price * 1.5 else price')).toEqual([100, 307.5, 450])
  })

  it('is arithmetic on doubles where integers would overflow', () => {
    expect(values('limit * 3')).toEqual([3e12, 6e12, 9e12])
    expect(values('limit * 0.8 - price')).toEqual([8e11 - 100, 1.6e12 - 205, 2.4e12 - 300])
  })

  it('has no branch and no null logic where nothing is missing', () => {
    const body = text('孩次 >= 2 and price > limit')
    expect(body).not.toContain('?')
    expect(body.match(/if/g)).toBeNull()
    expect(program('孩次 >= 2').generated.outputs).toMatchObject([{ array: 'u8', nullable: false }])
  })

  it('marks what is missing and leaves 0 in its place', () => {
    const columns = program('if filed then price else 5 * price').run(data)
    expect(columns.get('out0')).toMatchObject({ values: Int32Array.of(100, 1025, 0), nulls: Uint8Array.of(0, 0, 1) })
  })

  it('computes what several outputs share once', () => {
    const body = text('孩次 >= 2', 'if 孩次 >= 2 then price else 0')
    expect(body.match(/>= 2/g)).toHaveLength(1)
  })

  it('holds nothing a pack wrote, neither names nor codes', () => {
    const body = text('kind = "process.exit(1)"', 'filed or 孩次 = 2')
    expect(body).not.toMatch(/process|exit|kind|filed|孩次|"/)
    expect(values('kind = "process.exit(1)"')).toEqual([0, 1, 1])
  })

  it('takes a fact without a column for missing', () => {
    const { facts } = data
    const shape = shapeOf({ ...data, facts: new Map([...facts].filter(([name]) => name !== 'filed')) })
    const { expr } = parseExpression('filed', dictionary)
    if (expr === null) throw new Error('not well-typed')
    const one = compileColumns({ outputs: [{ name: 'out', expr }], scope: { row: null }, shape, codeLists: new Map() })
    expect(one.run(data).get('out')?.nulls).toEqual(Uint8Array.of(1, 1, 1))
  })

  it('refuses columns other than those it was written for', () => {
    const { facts } = data
    const other = new Map([...facts, ['price', { values: Int32Array.of(1, 2, 3), nulls: null }] as const])
    expect(() => program('price > limit').run({ ...data, facts: other })).toThrow(/column-mismatch/)
    const masked = new Map([
      ...facts,
      ['price', { values: Float64Array.of(1, 2, 3), nulls: Uint8Array.of(0, 0, 1) }] as const,
    ])
    expect(() => program('price > limit').run({ ...data, facts: masked })).toThrow(/null mask/)
  })

  it('refuses an expression that is not bound', () => {
    const { expr } = parseExpression('on > date("2024-01-01")', dictionary)
    if (expr === null) throw new Error('not well-typed')
    const options = { scope: { row: null }, shape: shapeOf(data), codeLists: new Map() }
    expect(() => compileColumns({ ...options, outputs: [{ name: 'out', expr }] })).toThrow(/expression-not-bound/)
  })
})

describe('the three answers', () => {
  it('are told apart and counted', () => {
    const column = program('filed').run(data).get('out0')
    if (column === undefined) throw new Error('no column')
    expect([0, 1, 2].map((index) => truthStatus(column, index))).toEqual([1, 0, 2])
    expect(countStatuses(column)).toEqual([1, 1, 1])
  })
})
