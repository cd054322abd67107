/** However long it took to find, it is kept no longer, milliseconds. */
const longest = 60_000
/** Kept for so many times as long as it took. */
const times = 20

interface Kept<T> {
  readonly found: Promise<T>
  /** `performance.now()` from which it is to be found anew; infinite while it is being found. */
  until: number
}

/**
 * Answers that cost the more to find the more there is, kept for twenty times as long as finding them took, a minute at
 * most: where that is milliseconds nobody sees an old one, and where it is seconds many who ask at once wait for one.
 * Whoever asks must be allowed to see what the key stands for.
 */
export class KeptForAWhile<T> {
  readonly #kept = new Map<string, Kept<T>>()
  readonly #clock: () => number

  constructor(clock: () => number = () => performance.now()) {
    this.#clock = clock
  }

  get(key: string, find: () => Promise<T>): Promise<T> {
    const now = this.#clock()
    const there = this.#kept.get(key)
    if (there !== undefined && now < there.until) return there.found
    for (const [other, { until }] of this.#kept) if (until <= now) this.#kept.delete(other)
    const kept: Kept<T> = { found: find(), until: Number.POSITIVE_INFINITY }
    this.#kept.set(key, kept)
    kept.found.then(
      () => (kept.until = this.#clock() + Math.min(longest, times * (this.#clock() - now))),
      () => this.#kept.delete(key),
    )
    return kept.found
  }
}
