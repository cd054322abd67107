import type { Random } from './random.ts'

/** Picks an index by weight in constant time (Walker's alias method). */
export class Picker {
  readonly #cut: Float64Array
  readonly #alias: Int32Array

  /** Throws RangeError where no weight is above zero. */
  constructor(weights: readonly number[]) {
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    if (!(total > 0)) throw new RangeError('weights add to nothing')
    this.#cut = Float64Array.from(weights, (weight) => (weight * weights.length) / total)
    this.#alias = Int32Array.from(weights.keys())
    const small: number[] = []
    const large: number[] = []
    for (const [at, cut] of this.#cut.entries()) (cut < 1 ? small : large).push(at)
    for (let low = small.pop(); low !== undefined; low = small.pop()) {
      const high = large.pop()
      if (high === undefined) break
      this.#alias[low] = high
      const rest = (this.#cut[high] ?? 0) - (1 - (this.#cut[low] ?? 0))
      this.#cut[high] = rest
      ;(rest < 1 ? small : large).push(high)
    }
  }

  pick(random: Random): number {
    const point = random.unit() * this.#cut.length
    const at = Math.floor(point)
    return point - at < (this.#cut[at] ?? 0) ? at : (this.#alias[at] ?? at)
  }
}
