import type { Expr } from '../ast.ts'
import type { Type } from '../types.ts'
import type { ArrayKind } from './column-shape.ts'
import { bitAnd, bitNot, missingOf } from './mask-code.ts'
import { toReal } from './number-code.ts'
import { asMask, asNumeric } from './operand.ts'
import type { Place } from './place.ts'

/** A column a program writes. */
export interface OutputShape {
  readonly name: string
  readonly type: Type
  readonly array: ArrayKind
  readonly nullable: boolean
}

interface Output extends OutputShape {
  /** What to store at `[i]`; 0 where the value is missing. */
  readonly value: string
  /** 1 where it is missing; null: nowhere. */
  readonly nulls: string | null
}

export function outputOf(name: string, expr: Expr, place: Place): Output {
  const w = place.writer
  const operand = place.operandOf(expr, place)
  const type = expr.type
  if (operand.kind === 'mask' || type.kind === 'boolean') {
    const mask = asMask(operand)
    const missing = missingOf(w, mask)
    const nulls = missing === null ? null : `${missing} & 1`
    return { name, type, array: 'u8', nullable: nulls !== null, value: `${mask.yes} & 1`, nulls }
  }
  const number = asNumeric(operand)
  const { missing } = number
  const nulls = missing === null ? null : `${missing} & 1`
  const whole = number.kind === 'whole' && number.over === 1
  if (whole) {
    const value = missing === null ? number.code : bitAnd(w, number.code, bitNot(w, missing))
    return { name, type, array: 'i32', nullable: nulls !== null, value, nulls }
  }
  const code = toReal(w, number).code
  const array = type.kind === 'number' || type.kind === 'money' ? 'f64' : 'i32'
  return {
    name,
    type,
    array,
    nullable: nulls !== null,
    value: missing === null ? code : `${missing} ? 0 : ${code}`,
    nulls,
  }
}
