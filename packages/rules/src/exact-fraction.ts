/** A number as a reduced fraction of safe integers; the denominator is positive. */
export type Fraction = readonly [numerator: number, denominator: number]

/**
 * The exact fraction a decimal stands for: "0.8" is 4/5. A number is read by its shortest decimal form, so 0.8 is 4/5 too.
 * Null when the text is no plain decimal or needs integers beyond 2^53.
 */
export function exactFraction(decimal: string | number): Fraction | null {
  const parts = /^(-?)(\d*)(?:\.(\d+))?$/.exec(String(decimal))
  if (parts === null) return null
  const [, sign = '', whole = '', decimals = ''] = parts
  if (whole === '' && decimals === '') return null
  const kept = decimals.replace(/0+$/, '')
  const numerator = Number(whole + kept)
  const denominator = 10 ** kept.length
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator)) return null
  const divisor = greatestCommonDivisor(numerator, denominator)
  const reduced = numerator / divisor
  return [sign === '-' && reduced !== 0 ? -reduced : reduced, denominator / divisor]
}

function greatestCommonDivisor(a: number, b: number): number {
  let [x, y] = [a, b]
  while (y !== 0) [x, y] = [y, x % y]
  return x
}
