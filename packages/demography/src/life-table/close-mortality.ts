import { demographyError } from '../demography-error.ts'

/** Kannisto's logistic law of old age: mx = a·e^(b(x−80)) / (1 + a·e^(b(x−80))). */
export interface KannistoLaw {
  readonly a: number
  readonly b: number
}

/** The law's death rate per person-year at the middle of age x. */
export function kannistoRate({ a, b }: KannistoLaw, age: number): number {
  const odds = a * Math.exp(b * (age - 80))
  return odds / (1 + odds)
}

/**
 * Fits Kannisto's law to death rates of consecutive ages from `fromAge` by least squares on the logit, where the law is
 * a straight line (Thatcher, Kannisto and Vaupel 1998). Throws `not-estimable` with fewer than two rates inside (0, 1).
 */
export function fitKannisto(mx: ArrayLike<number>, fromAge = 80): KannistoLaw {
  let n = 0
  let [sx, sy, sxx, sxy] = [0, 0, 0, 0]
  for (let at = 0; at < mx.length; at++) {
    const m = mx[at] ?? 0
    if (!(m > 0 && m < 1)) continue
    const x = fromAge + at - 80
    const y = Math.log(m / (1 - m))
    n += 1
    sx += x
    sy += y
    sxx += x * x
    sxy += x * y
  }
  const spread = n * sxx - sx * sx
  if (n < 2 || spread <= 0)
    throw demographyError('not-estimable', {
      zh: '高龄死亡率不足两个，不能用 Kannisto 模型封闭',
      en: 'fewer than two old-age death rates: the Kannisto law cannot be fitted',
    })
  const b = (n * sxy - sx * sy) / spread
  return { a: Math.exp((sy - b * sx) / n), b }
}

/**
 * Replaces the open group by single ages up to `openAge`: the law is fitted on `fitFrom`..(last closed age) and gives
 * every rate after it. mx holds ages 0..A, A open; the result holds 0..openAge.
 */
export function closeMortality(
  mx: Float64Array,
  { fitFrom = 80, openAge = 130 }: { readonly fitFrom?: number; readonly openAge?: number } = {},
): Float64Array {
  const lastClosed = mx.length - 2
  const law = fitKannisto(mx.subarray(fitFrom, lastClosed + 1), fitFrom)
  return Float64Array.from({ length: openAge + 1 }, (_, x) => (x <= lastClosed ? (mx[x] ?? 0) : kannistoRate(law, x)))
}
