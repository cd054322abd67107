import { DomainError } from '@junheng/kernel'
import type { Expr } from '../ast.ts'
import type { CodeListDeclaration, Scope } from '../types.ts'
import type { DataShape } from './column-shape.ts'
import { operandOf } from './expression-code.ts'
import { Inputs, type Input } from './inputs.ts'
import { outputOf, type OutputShape } from './output-code.ts'
import type { CodeIndex } from './place.ts'
import { rowBounds } from './rows-code.ts'
import { HouseholdWriter, RowWriter } from './writer.ts'

export interface ColumnOutput {
  readonly name: string
  /** Bound: without parameters, contexts and derived facts. */
  readonly expr: Expr
}

export interface ColumnOptions {
  readonly outputs: readonly ColumnOutput[]
  /** `row: null` gives one value a household, a table's name one value a row of that table. */
  readonly scope: Scope
  readonly shape: DataShape
  /** Codes stand in columns as their place in these lists. */
  readonly codeLists: ReadonlyMap<string, CodeListDeclaration>
}

/** Generated code as plain data, so that it can be sent to a worker and looked at. */
export interface GeneratedColumns {
  /** Bodies of functions `(c, o, k, from, to, base)`: inputs, outputs, kernel, households, index of the first result. */
  readonly bodies: readonly string[]
  readonly inputs: readonly Input[]
  readonly outputs: readonly OutputShape[]
  readonly scope: Scope
  readonly shape: DataShape
}

/** Past this many lines a loop is split: the optimising compiler gives up on very long functions. */
const LONGEST_BODY = 500

/**
 * Writes one fused loop over typed arrays for all outputs, in integer arithmetic on masks where the shape of the data
 * allows. The text is made from the tree alone: no name and no string of a pack gets into it.
 *
 * @throws DomainError `expression-not-bound`, `row-table-unknown`, `divisor-not-constant`, `scale-not-constant`
 */
export function generateColumns({ outputs, scope, shape, codeLists }: ColumnOptions): GeneratedColumns {
  const inputs = new Inputs(shape)
  const codes = codeIndex(codeLists)
  const shapes: OutputShape[] = []
  const bodies: string[] = []
  let body = new Body(inputs, codes, scope)
  for (const { name, expr } of outputs) {
    if (body.length > LONGEST_BODY) {
      bodies.push(body.text())
      body = new Body(inputs, codes, scope)
    }
    shapes.push(body.add(name, expr, shapes.length))
  }
  bodies.push(body.text())
  return { bodies, inputs: inputs.list, outputs: shapes, scope, shape }
}

/** One function of the program. */
class Body {
  readonly #inputs: Inputs
  readonly #codes: CodeIndex
  readonly #household = new HouseholdWriter()
  readonly #rows: { readonly table: string; readonly writer: RowWriter } | null
  readonly #stores: string[] = []
  readonly #outputs: string[] = []

  constructor(inputs: Inputs, codes: CodeIndex, scope: Scope) {
    this.#inputs = inputs
    this.#codes = codes
    const table = scope.row === null ? null : inputs.table(scope.row)
    if (scope.row !== null && table === null) throw rowTableUnknown(scope.row)
    this.#rows =
      scope.row === null || table === null
        ? null
        : { table: scope.row, writer: new RowWriter(this.#household, rowBounds(this.#household, table.offsets), null) }
  }

  get length(): number {
    return this.#household.lines().length + (this.#rows?.writer.loop().length ?? 0)
  }

  add(name: string, expr: Expr, position: number): OutputShape {
    const rows = this.#rows
    const index = rows === null ? 'h' : rows.writer.index
    const { value, nulls, ...shape } = outputOf(name, expr, {
      writer: rows === null ? this.#household : rows.writer,
      inputs: this.#inputs,
      codes: this.#codes,
      operandOf,
      row: rows === null ? null : { table: rows.table, index },
    })
    this.#outputs.push(`const o${position} = o[${position * 2}]`)
    this.#stores.push(`o${position}[${index} - base] = ${value}`)
    if (nulls !== null) {
      this.#outputs.push(`const m${position} = o[${position * 2 + 1}]`)
      this.#stores.push(`m${position}[${index} - base] = ${nulls}`)
    }
    return shape
  }

  text(): string {
    const inner =
      this.#rows === null
        ? [...this.#household.lines(), ...this.#stores]
        : [...this.#household.lines(), ...rowLoop(this.#rows.writer, this.#stores)]
    const used = new Set(inner.flatMap((line) => line.match(/\bc\d+(?=\[)/g) ?? []))
    // Saying each array's kind also keeps the engine from giving two programs of one text, but over other arrays, the same
    // compiled function, which would then be fast for neither.
    const kindOf = (name: string) => this.#inputs.list[Number(name.slice(1))]?.array ?? ''
    return [
      "'use strict'",
      ...[...used].map((name) => `const ${name} = c[${name.slice(1)}] // ${kindOf(name)}`),
      ...this.#outputs,
      'for (let h = from; h < to; h++) {',
      ...inner.map((line) => `  ${line}`),
      '}',
    ].join('\n')
  }
}

function rowLoop(writer: RowWriter, stores: readonly string[]): readonly string[] {
  for (const store of stores) writer.line(store)
  return writer.loop()
}

function codeIndex(codeLists: ReadonlyMap<string, CodeListDeclaration>): CodeIndex {
  const places = new Map(
    [...codeLists].map(([name, { codes }]) => [name, new Map(codes.map(({ code }, place) => [code, place]))]),
  )
  return (list, code) => places.get(list)?.get(code)
}

function rowTableUnknown(table: string): DomainError<'row-table-unknown'> {
  return new DomainError('row-table-unknown', {
    text: {
      zh: `数据里没有表“${table}”，无法逐行计算`,
      en: `the data has no table ${table} whose rows could be judged`,
    },
    info: { table },
  })
}
