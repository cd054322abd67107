/** Date functions, by the calendar of the kernel; `k` is the kernel in generated code. */
import { eitherMissing } from './mask-code.ts'
import { real, toReal } from './number-code.ts'
import { fitsInt, type Numeric } from './operand.ts'
import { addNumbers } from './number-code.ts'
import type { Writer } from './writer.ts'

/** Completed years or months between two days. */
export function ageNumber(w: Writer, unit: 'years' | 'months', born: Numeric, on: Numeric): Numeric {
  const [shortest, longest] = unit === 'years' ? [365, 366] : [28, 31]
  const [fewest, most] = [on.low - born.high, on.high - born.low]
  const low = Math.floor(fewest / (fewest < 0 ? shortest : longest)) - 1
  const high = Math.ceil(most / (most < 0 ? longest : shortest)) + 1
  return called(w, unit === 'years' ? 'ageInYears' : 'ageInMonths', [born, on], low, high)
}

export function shiftDate(w: Writer, unit: 'years' | 'months' | 'days', date: Numeric, by: Numeric): Numeric {
  const steps = truncated(w, by)
  if (unit === 'days') return addNumbers(w, date, steps, 1)
  const longest = unit === 'years' ? 366 : 31
  const low = date.low + Math.min(steps.low * longest, 0) - 1
  const high = date.high + Math.max(steps.high * longest, 0) + 1
  return called(w, unit === 'years' ? 'addYears' : 'addMonths', [date, steps], low, high)
}

export function yearNumber(w: Writer, date: Numeric): Numeric {
  return called(
    w,
    'yearOf',
    [date],
    Math.floor(date.low / (date.low < 0 ? 365 : 366)) + 1969,
    Math.ceil(date.high / (date.high < 0 ? 366 : 365)) + 1971,
  )
}

export function monthNumber(w: Writer, date: Numeric): Numeric {
  return called(w, 'monthOf', [date], 1, 12)
}

export function withinCode(w: Writer, inner: Numeric, outer: Numeric): string {
  return w.let(`-k.within(${inner.code}, ${outer.code})`)
}

function truncated(w: Writer, value: Numeric): Numeric {
  if (value.kind === 'whole' && value.over === 1) return value
  const { code, low, high, missing } = toReal(w, value)
  return real(w.let(`Math.trunc(${code})`), Math.floor(low), Math.ceil(high), missing)
}

function called(w: Writer, name: string, args: readonly Numeric[], low: number, high: number): Numeric {
  const missing = args.reduce<string | null>((all, arg) => eitherMissing(w, all, arg.missing), null)
  const call = `k.${name}(${args.map((arg) => toReal(w, arg).code).join(', ')})`
  if (fitsInt(low, high)) return { kind: 'whole', code: w.let(`${call} | 0`), low, high, over: 1, missing }
  return real(w.let(call), low, high, missing)
}
