import { DomainError } from '@junheng/kernel'
import type { ColumnArray, ColumnData } from './column-data.ts'
import { arrayKind, type ArrayKind, type ColumnShape, type DataShape } from './column-shape.ts'

/** One typed array that generated code reads, and what it must be. */
export interface Input {
  readonly of: 'values' | 'nulls' | 'offsets' | 'unknown'
  /** Name of the fact or of the table. */
  readonly name: string
  readonly array: ArrayKind
}

/** Collects which arrays the code reads, and names their variables. */
export class Inputs {
  readonly list: Input[] = []
  readonly shape: DataShape
  readonly #variables = new Map<string, string>()

  constructor(shape: DataShape) {
    this.shape = shape
  }

  fact(name: string): { readonly values: string; readonly nulls: string | null; readonly shape: ColumnShape } | null {
    const shape = this.shape.facts.get(name)
    if (shape === undefined) return null
    return {
      values: this.#variable({ of: 'values', name, array: shape.array }),
      nulls: shape.nullable ? this.#variable({ of: 'nulls', name, array: 'u8' }) : null,
      shape,
    }
  }

  table(name: string): { readonly offsets: string; readonly unknown: string | null; readonly maxRows: number } | null {
    const shape = this.shape.tables.get(name)
    if (shape === undefined) return null
    return {
      offsets: this.#variable({ of: 'offsets', name, array: 'i32' }),
      unknown: shape.nullable ? this.#variable({ of: 'unknown', name, array: 'u8' }) : null,
      maxRows: shape.maxRows,
    }
  }

  #variable(input: Input): string {
    const key = `${input.of} ${input.name}`
    const known = this.#variables.get(key)
    if (known !== undefined) return known
    const name = `c${this.list.length}`
    this.list.push(input)
    this.#variables.set(key, name)
    return name
  }
}

/**
 * The arrays a program reads, in its order.
 *
 * @throws DomainError `column-mismatch` when data lacks an array, has another kind of array, or has a null mask that the
 * program was told would not be there
 */
export function collectInputs(inputs: readonly Input[], data: ColumnData, shape: DataShape): readonly ColumnArray[] {
  for (const { of, name } of inputs) {
    const unexpected =
      (of === 'values' &&
        shape.facts.get(name)?.nullable === false &&
        (data.facts.get(name)?.nulls ?? null) !== null) ||
      (of === 'offsets' &&
        shape.tables.get(name)?.nullable === false &&
        (data.tables.get(name)?.unknown ?? null) !== null)
    if (unexpected) throw mismatch(name, 'no null mask')
  }
  return inputs.map((input) => {
    const array = arrayOf(input, data)
    if (array === null || arrayKind(array) !== input.array) throw mismatch(input.name, `${input.of}: ${input.array}`)
    return array
  })
}

function arrayOf({ of, name }: Input, data: ColumnData): ColumnArray | null {
  switch (of) {
    case 'values':
      return data.facts.get(name)?.values ?? null
    case 'nulls':
      return data.facts.get(name)?.nulls ?? null
    case 'offsets':
      return data.tables.get(name)?.offsets ?? null
    case 'unknown':
      return data.tables.get(name)?.unknown ?? null
  }
}

function mismatch(name: string, expected: string): DomainError<'column-mismatch'> {
  return new DomainError('column-mismatch', {
    text: {
      zh: `列“${name}”与编译时的约定不符（${expected}）`,
      en: `column ${name} is not what was compiled for (${expected})`,
    },
    info: { name, expected },
  })
}
