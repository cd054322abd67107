import { addMonths, addYears, ageInMonths, ageInYears, civilOf, within } from '@junheng/kernel'
import type { FunctionName } from './ast.ts'
import { roundToScale } from './rounding.ts'

/** A function of the language on known values; a missing argument never gets here. Days are day numbers. */
export function callFunction(name: FunctionName, args: readonly (number | boolean | string)[]): number | boolean {
  const numbers = args.map(Number)
  const [a = 0, b = 0] = numbers
  switch (name) {
    case 'min':
      return Math.min(...numbers)
    case 'max':
      return Math.max(...numbers)
    case 'floor':
      return Math.floor(a)
    case 'ceiling':
      return Math.ceil(a)
    case 'abs':
      return Math.abs(a)
    case 'round half up':
    case 'round half down':
    case 'round half even':
    case 'round up':
    case 'round down':
      return roundToScale(name, a, b)
    case 'ageInYears':
      return ageInYears(a, b)
    case 'ageInMonths':
    case 'monthsBetween':
      return ageInMonths(a, b)
    case 'addYears':
      return addYears(a, Math.trunc(b))
    case 'addMonths':
      return addMonths(a, Math.trunc(b))
    case 'addDays':
      return a + Math.trunc(b)
    case 'daysBetween':
      return b - a
    case 'yearOf':
      return civilOf(a).year
    case 'monthOf':
      return civilOf(a).month
    case 'within':
      return within(a, b)
  }
}
