import { DomainError, type Words } from '@junheng/kernel'

/** What a demographic function refuses: the caller broke a promise of its doc comment. */
export type DemographyErrorCode = 'shape' | 'range' | 'not-estimable'

export function demographyError(code: DemographyErrorCode, text: Words): DomainError<DemographyErrorCode> {
  return new DomainError(code, { text })
}

/** Throws `shape` unless the array has the length its doc comment promises. */
export function requireLength(values: ArrayLike<unknown>, length: number, name: string): void {
  if (values.length === length) return
  throw demographyError('shape', {
    zh: `${name} 应有 ${length} 个数，实有 ${values.length} 个`,
    en: `${name} should hold ${length} numbers and holds ${values.length}`,
  })
}

/** Throws `range` unless low <= value <= high; a value that is not a number is out of every range. */
export function requireRange(value: number, [low, high]: readonly [number, number], name: string): void {
  if (value >= low && value <= high) return
  throw demographyError('range', {
    zh: `${name} 是 ${value}，应在 ${low} 与 ${high} 之间`,
    en: `${name} is ${value} and should lie between ${low} and ${high}`,
  })
}
