import type { FunctionName } from '../ast.ts'
import type { Text } from '../types.ts'

type Parameter = 'number' | 'date' | 'region' | 'scale' | 'offset'

export interface Signature {
  readonly parameters: readonly Parameter[]
  readonly result: 'number' | 'date' | 'boolean'
}

const unary: Signature = { parameters: ['number'], result: 'number' }
const rounding: Signature = { parameters: ['number', 'scale'], result: 'number' }
const between: Signature = { parameters: ['date', 'date'], result: 'number' }
const offset: Signature = { parameters: ['date', 'offset'], result: 'date' }
const part: Signature = { parameters: ['date'], result: 'number' }

/** Functions with fixed parameters; `min`, `max` and `abs` keep the type of what they are given. */
export const signatures: ReadonlyMap<FunctionName, Signature> = new Map<FunctionName, Signature>([
  ['floor', unary],
  ['ceiling', unary],
  ['round half up', rounding],
  ['round half down', rounding],
  ['round half even', rounding],
  ['round up', rounding],
  ['round down', rounding],
  ['ageInYears', between],
  ['ageInMonths', between],
  ['daysBetween', between],
  ['monthsBetween', between],
  ['addYears', offset],
  ['addMonths', offset],
  ['addDays', offset],
  ['yearOf', part],
  ['monthOf', part],
  ['within', { parameters: ['region', 'region'], result: 'boolean' }],
])

/** All names that may stand before a round bracket. */
export const callableNames: readonly string[] = [
  ...signatures.keys(),
  'min',
  'max',
  'abs',
  'not',
  'date',
  'count',
  'sum',
]

/** How many parameters, in words. */
export function countInWords(count: number): Text {
  return { zh: ` ${count} 个参数`, en: count === 1 ? '1 argument' : `${count} arguments` }
}
