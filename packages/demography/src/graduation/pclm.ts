import { demographyError } from '../demography-error.ts'

/**
 * Penalised composite link model (Rizzi, Gampe and Eilers 2015): the smoothest non-negative single-year series whose
 * group sums fit the counts as Poisson data. `widths` in years, one per group; `lambda` weighs the second differences of
 * the logarithms. Sums are met nearly, not exactly. Throws `not-estimable` when it does not settle in 100 rounds.
 */
export function graduatePclm(
  counts: ArrayLike<number>,
  { widths, lambda = 1 }: { readonly widths: ArrayLike<number>; readonly lambda?: number },
): Float64Array {
  const groups = counts.length
  const groupOf = Array.from({ length: groups }, (_, group) => Array<number>(widths[group] ?? 0).fill(group)).flat()
  const ages = groupOf.length
  let eta: Float64Array = Float64Array.from(groupOf, (group) =>
    Math.log(Math.max(0.5, counts[group] ?? 0) / (widths[group] ?? 1)),
  )
  for (let round = 0; round < 100; round++) {
    const gamma = eta.map(Math.exp)
    const mu = new Float64Array(groups)
    groupOf.forEach((group, age) => (mu[group] = (mu[group] ?? 0) + (gamma[age] ?? 0)))
    const { matrix, right } = normalEquations({ counts, groupOf, gamma, mu, eta, lambda })
    const next = solve(matrix, right)
    const change = next.reduce((most, value, age) => Math.max(most, Math.abs(value - (eta[age] ?? 0))), 0)
    eta = next
    if (change < 1e-9) return eta.map(Math.exp)
  }
  throw demographyError('not-estimable', {
    zh: `PCLM 在 ${ages} 个年龄上没有收敛，请增大 lambda`,
    en: `the PCLM did not settle on ${ages} ages: raise lambda`,
  })
}

/** (X'WX + λD'D)η = X'(y − μ + Xη), where X = C·diag(γ), W = diag(1/μ). */
function normalEquations({
  counts,
  groupOf,
  gamma,
  mu,
  eta,
  lambda,
}: {
  readonly counts: ArrayLike<number>
  readonly groupOf: readonly number[]
  readonly gamma: Float64Array
  readonly mu: Float64Array
  readonly eta: Float64Array
  readonly lambda: number
}): { readonly matrix: readonly Float64Array[]; readonly right: Float64Array } {
  const size = gamma.length
  const working = Float64Array.from(mu, (mean, group) => (counts[group] ?? 0) - mean)
  groupOf.forEach((group, age) => (working[group] = (working[group] ?? 0) + (gamma[age] ?? 0) * (eta[age] ?? 0)))
  const matrix = Array.from({ length: size }, () => new Float64Array(size))
  for (let i = 0; i < size; i++) {
    const group = groupOf[i]
    for (let j = i; j < size && groupOf[j] === group; j++) {
      const weight = ((gamma[i] ?? 0) * (gamma[j] ?? 0)) / (mu[group ?? 0] ?? 1)
      add(matrix, [i, j], weight)
      if (j > i) add(matrix, [j, i], weight)
    }
  }
  const stencil = [1, -2, 1]
  for (let row = 0; row + 2 < size; row++) {
    for (let a = 0; a < 3; a++)
      for (let b = 0; b < 3; b++) add(matrix, [row + a, row + b], lambda * (stencil[a] ?? 0) * (stencil[b] ?? 0))
  }
  const right = gamma.map((value, age) => {
    const group = groupOf[age] ?? 0
    return (value * (working[group] ?? 0)) / (mu[group] ?? 1)
  })
  return { matrix, right }
}

function add(matrix: readonly Float64Array[], [row, column]: readonly [number, number], amount: number): void {
  const line = matrix[row]
  if (line !== undefined) line[column] = (line[column] ?? 0) + amount
}

/** Solves a symmetric positive definite system by Cholesky's factors. */
function solve(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const size = right.length
  const cell = (row: number, column: number): number => matrix[row]?.[column] ?? 0
  const solution = Float64Array.from(right)
  for (let column = 0; column < size; column++) {
    let pivot = cell(column, column)
    for (let k = 0; k < column; k++) pivot -= cell(column, k) ** 2
    const root = Math.sqrt(Math.max(pivot, 1e-12))
    for (let row = column; row < size; row++) {
      let value = cell(row, column)
      for (let k = 0; k < column; k++) value -= cell(row, k) * cell(column, k)
      const line = matrix[row]
      if (line !== undefined) line[column] = row === column ? root : value / root
    }
  }
  for (let row = 0; row < size; row++) {
    let value = solution[row] ?? 0
    for (let k = 0; k < row; k++) value -= cell(row, k) * (solution[k] ?? 0)
    solution[row] = value / cell(row, row)
  }
  for (let row = size - 1; row >= 0; row--) {
    let value = solution[row] ?? 0
    for (let k = row + 1; k < size; k++) value -= cell(k, row) * (solution[k] ?? 0)
    solution[row] = value / cell(row, row)
  }
  return solution
}
