/** ln Γ(x) for x > 0; Lanczos' series with g = 7, relative error below 1e-14. */
function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const shifted = x - 1
  let series = 0.99999999999980993
  for (let at = 0; at < lanczos.length; at++) series += (lanczos[at] ?? 0) / (shifted + at + 1)
  const t = shifted + 7.5
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(series)
}

const lanczos = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]

/** P(a, x), the regularised lower incomplete gamma function: by series below a + 1, by continued fraction above. */
export function gammaShare(a: number, x: number): number {
  if (x <= 0) return 0
  const front = Math.exp(a * Math.log(x) - x - logGamma(a))
  if (x < a + 1) {
    let term = 1 / a
    let sum = term
    for (let n = 1; n < 10_000 && Math.abs(term) > Math.abs(sum) * 1e-16; n++) {
      term *= x / (a + n)
      sum += term
    }
    return front * sum
  }
  return (
    1 -
    front *
      continuedFraction(
        (n) => (n === 0 ? 1 : -n * (n - a)),
        (n) => x + 1 - a + 2 * n,
      )
  )
}

/** I_x(a, b), the regularised incomplete beta function. */
export function betaShare(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  if (x > (a + 1) / (a + b + 2)) return 1 - betaShare(1 - x, b, a)
  const front = Math.exp(
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x) - Math.log(a),
  )
  const numerator = (n: number): number => {
    if (n === 0) return 1
    const m = n >> 1
    return n % 2 === 0
      ? (m * (b - m) * x) / ((a + n - 1) * (a + n))
      : (-(a + m) * (a + b + m) * x) / ((a + n - 1) * (a + n))
  }
  return front * continuedFraction(numerator, () => 1)
}

/** n0/(d0 + n1/(d1 + n2/(d2 + …))) by Lentz's method. */
function continuedFraction(numerator: (n: number) => number, denominator: (n: number) => number): number {
  const tiny = 1e-300
  let value = tiny
  let c = value
  let d = 0
  for (let n = 0; n < 10_000; n++) {
    d = denominator(n) + numerator(n) * d
    if (Math.abs(d) < tiny) d = tiny
    c = denominator(n) + numerator(n) / c
    if (Math.abs(c) < tiny) c = tiny
    d = 1 / d
    value *= c * d
    if (Math.abs(c * d - 1) < 1e-15) break
  }
  return value
}

/** Where an increasing function of [low, high] reaches `target`, by bisection to the last bits. */
export function whereReaches(
  rising: (x: number) => number,
  { target, low, high }: { readonly target: number; readonly low: number; readonly high: number },
): number {
  let [from, to] = [low, high]
  for (let step = 0; step < 200 && to - from > 1e-15 * Math.max(1e-300, Math.abs(to)); step++) {
    const middle = (from + to) / 2
    if (rising(middle) < target) from = middle
    else to = middle
  }
  return (from + to) / 2
}
