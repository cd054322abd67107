import { mix } from './mix.ts'

/**
 * A stream of random numbers of its own (Doty-Humphrey's sfc32, 128 bits of state), made from one key. Integer arithmetic
 * only, so the same key gives the same numbers on any machine.
 */
export class Random {
  #a: number
  #b: number
  #c: number
  #counter = 1

  constructor(key: number) {
    this.#a = mix(key)
    this.#b = mix(this.#a + 0x9e3779b9)
    this.#c = mix(this.#b + 0x9e3779b9)
    for (let skipped = 0; skipped < 12; skipped++) this.next()
  }

  /** 0 … 2^32 − 1 */
  next(): number {
    const result = (((this.#a + this.#b) | 0) + this.#counter) | 0
    this.#counter = (this.#counter + 1) | 0
    this.#a = this.#b ^ (this.#b >>> 9)
    this.#b = (this.#c + (this.#c << 3)) | 0
    this.#c = (this.#c << 21) | (this.#c >>> 11)
    this.#c = (this.#c + result) | 0
    return result >>> 0
  }

  /** [0, 1) in steps of 2^-32. */
  unit(): number {
    return this.next() * 2.328_306_436_538_696_3e-10
  }

  /** 0 … n − 1, for n up to 2^21. */
  below(n: number): number {
    return Math.floor(this.unit() * n)
  }

  chance(probability: number): boolean {
    return this.unit() < probability
  }

  /** `share` rounded up or down at random, so that it comes out right on average. */
  round(share: number): number {
    return Math.floor(share + this.unit())
  }

  /** Puts the first `length` items into random order, in place. */
  shuffle(items: number[] | Int32Array, length: number = items.length): void {
    for (let at = length - 1; at > 0; at--) {
      const other = this.below(at + 1)
      const item = items[at] ?? 0
      items[at] = items[other] ?? 0
      items[other] = item
    }
  }
}
