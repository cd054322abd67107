import { afterAll, describe, expect, it } from 'vitest'
import { bind } from '../bind/bind.ts'
import { columnChunks } from '../columns/column-chunks.ts'
import { shapeOf } from '../columns/column-shape.ts'
import { columnsOf } from '../columns/columns-of.ts'
import { compileColumns, type ColumnProgram, type OutputColumns } from '../columns/compile-columns.ts'
import { parseExpression } from '../parse-expression.ts'
import { randomHouseholds } from '../testing/random-households.ts'
import { Random } from '../testing/random.ts'
import { testDictionary } from '../testing/test-dictionary.ts'
import { startColumnWorkers } from './column-workers.ts'
import { shareColumns } from './share-columns.ts'

const households = randomHouseholds(new Random(5), testDictionary, { count: 501 })
const data = columnsOf(households, testDictionary)

function program(row: string | null, ...texts: readonly string[]): ColumnProgram {
  const outputs = texts.map((text) => {
    const { expr } = parseExpression(text, testDictionary, { scope: { row } })
    if (expr === null) throw new Error(`not well-typed: ${text}`)
    const bound = bind(expr, { parameters: () => ({ value: 1 }), on: 19_782, here: 421_202, derived: () => null })
    return { name: text, expr: bound }
  })
  return compileColumns({ outputs, scope: { row }, shape: shapeOf(data), codeLists: testDictionary.codeLists })
}

const perHousehold = program(null, 'home.price * 0.8 > home.limit', 'count(children[child.filed])')
const perChild = program('children', 'child.fee / 3', 'child.filed and household.registered')

function plain(columns: OutputColumns) {
  return [...columns].map(([name, { values, nulls }]) => [name, [...values], nulls === null ? null : [...nulls]])
}

describe('worker threads', () => {
  const workers = startColumnWorkers(2)
  afterAll(() => workers.stop())

  it.each([
    ['households', perHousehold],
    ['rows', perChild],
  ])('give for %s what one thread gives', async (_, one) => {
    expect(plain(await workers.run(one.generated, shareColumns(data)))).toEqual(plain(one.run(data)))
  })

  it('say what went wrong, and go on', async () => {
    const { facts, ...rest } = data
    const lacking = { ...rest, facts: new Map([...facts].filter(([name]) => name !== 'home.limit')) }
    await expect(workers.run(perHousehold.generated, lacking)).rejects.toThrow(/home\.limit/)
    expect(plain(await workers.run(perHousehold.generated, data))).toEqual(plain(perHousehold.run(data)))
  })
})

describe('chunks', () => {
  it.each([
    ['households', perHousehold],
    ['rows', perChild],
  ])('give for %s what one run gives, in the memory of a chunk', (_, one) => {
    const whole = [...one.run(data)].map(([, { values }]) => [...values])
    const gathered = whole.map((): number[] => [])
    for (const { columns, length } of columnChunks(one, data, 100)) {
      ;[...columns.values()].forEach(({ values }, output) => gathered[output]?.push(...values.subarray(0, length)))
    }
    expect(gathered).toEqual(whole)
  })
})
