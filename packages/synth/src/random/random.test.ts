import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bell } from './bell.ts'
import { curve } from './curve.ts'
import { keyOf, mix } from './mix.ts'
import { Picker } from './picker.ts'
import { Random } from './random.ts'

const zeros = (length: number): number[] => Array.from({ length }, () => 0)

/** sfc32 and the mixer written out again in big integers. */
function* reference(key: number): Generator<number> {
  const bits = (x: bigint) => x & 0xffffffffn
  const mixed = (x: bigint): bigint => {
    let value = bits(x)
    value ^= value >> 16n
    value = bits(value * 0x7feb352dn)
    value ^= value >> 15n
    value = bits(value * 0x846ca68bn)
    return value ^ (value >> 16n)
  }
  let a = mixed(BigInt(key))
  let b = mixed(a + 0x9e3779b9n)
  let c = mixed(b + 0x9e3779b9n)
  let counter = 1n
  for (;;) {
    const result = bits(a + b + counter)
    counter = bits(counter + 1n)
    a = b ^ (b >> 9n)
    b = bits(c + (c << 3n))
    c = bits(bits((c << 21n) | (c >> 11n)) + result)
    yield Number(result)
  }
}

describe('Random', () => {
  it('is sfc32 from a mixed key, after twelve numbers thrown away', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffffff }), (key) => {
        const random = new Random(key)
        const expected = reference(key)
        for (let skipped = 0; skipped < 12; skipped++) expected.next()
        for (let at = 0; at < 50; at++) expect(random.next()).toBe(expected.next().value)
      }),
    )
  })

  it('gives the same numbers for ever', () => {
    const random = new Random(keyOf(1, 421202))
    expect([random.next(), random.next(), random.next()]).toEqual([486112138, 96132092, 2183421580])
  })

  it('keeps unit and below within their bounds and spreads them evenly', () => {
    const random = new Random(7)
    const counts = zeros(10)
    for (let at = 0; at < 100_000; at++) {
      const unit = random.unit()
      expect(unit >= 0 && unit < 1).toBe(true)
      const below = random.below(10)
      counts[below] = (counts[below] ?? 0) + 1
    }
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500)
  })

  it('shuffles without losing anybody', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.nat(), (items, key) => {
        const shuffled = [...items]
        new Random(key).shuffle(shuffled)
        expect(shuffled.sort((a, b) => a - b)).toEqual([...items].sort((a, b) => a - b))
      }),
    )
  })

  it('rounds so that the mean is kept', () => {
    const random = new Random(3)
    let sum = 0
    for (let at = 0; at < 20_000; at++) sum += random.round(2.25)
    expect(sum / 20_000).toBeCloseTo(2.25, 1)
  })
})

describe('keyOf', () => {
  it('tells parts, their order and their high bits apart', () => {
    const keys = [keyOf(1, 2), keyOf(2, 1), keyOf(1, 2, 0), keyOf(1), keyOf(1 + 2 ** 32, 2), keyOf(2 ** 40, 1)]
    expect(new Set(keys).size).toBe(keys.length)
    expect(mix(0)).toBe(0)
  })
})

describe('Picker', () => {
  it('picks by weight and never what has none', () => {
    const picker = new Picker([0, 1, 3, 0, 6])
    const random = new Random(5)
    const counts = [0, 0, 0, 0, 0]
    for (let at = 0; at < 50_000; at++) {
      const picked = picker.pick(random)
      counts[picked] = (counts[picked] ?? 0) + 1
    }
    expect([counts[0], counts[3]]).toEqual([0, 0])
    for (const [at, share] of [
      [1, 0.1],
      [2, 0.3],
      [4, 0.6],
    ] as const)
      expect((counts[at] ?? 0) / 50_000).toBeCloseTo(share, 1)
  })

  it('refuses weights that add to nothing', () => {
    expect(() => new Picker([0, 0])).toThrow(RangeError)
  })
})

describe('curve and bell', () => {
  it('draws straight lines between points and level ones beyond', () => {
    const points = [
      [10, 1],
      [20, 3],
    ] as const
    expect([0, 10, 15, 20, 99].map((x) => curve(points, x))).toEqual([1, 1, 2, 3, 3])
  })

  it('is highest in the middle and ends at its reach', () => {
    const weights = bell(0, 10, { centre: 5, reach: 4 })
    expect(weights[5]).toBe(1)
    expect([weights[1], weights[9], weights[0]]).toEqual([0, 0, 0])
  })
})
