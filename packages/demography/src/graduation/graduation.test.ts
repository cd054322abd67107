import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sumOf } from '../age-sex.ts'
import { graduateBeers, graduateSprague } from './osculatory.ts'
import { graduateMonotone, monotoneSpline } from './monotone-spline.ts'
import { graduatePclm } from './pclm.ts'

/** Five-year groups of the Census Bureau's spreadsheet BEERSP (Johnson 2016). */
const beersp = [
  752124, 582662, 463534, 369976, 286946, 235867, 199561, 172133, 151194, 131502, 113439, 95614, 78777, 60157, 40960,
  21318,
]

test('Beers’ ordinary formula gives the spreadsheet’s ages 9 to 12', () => {
  const ages = graduateBeers(beersp)
  for (const [age, printed] of [
    [1, 158163],
    [9, 105733],
    [10, 101088],
    [11, 96719],
    [12, 92551],
  ] as const) {
    expect(Math.abs((ages[age] ?? 0) - printed)).toBeLessThan(1)
  }
})

/** Groups 0–4 … 25–29 of the matrix pop5_mat in DemoTools (Riffe and others), column 1950; its manual prints the results. */
const pop5 = [54170, 44775, 42142, 38464, 34406, 30386]

test('Sprague and Beers give what DemoTools’ manual prints for ages 0 to 5', () => {
  const sprague = [12172.491, 11380.448, 10717.448, 10171, 9728.613, 9377.795]
  const beers = [11932.734, 11342.324, 10788.613, 10280.289, 9826.041, 9435.405]
  sprague.forEach((printed, age) => expect(graduateSprague(pop5)[age]).toBeCloseTo(printed, 2))
  beers.forEach((printed, age) => expect(graduateBeers(pop5)[age]).toBeCloseTo(printed, 2))
})

test('the monotone spline of Hyman gives what DemoTools’ manual prints', () => {
  const groups = [
    88623, 90842, 93439, 96325, 99281, 102051, 104351, 106555, 109170, 112188, 113582, 112614, 108904, 102622, 95867,
    80874, 60196, 37523, 17927, 5642, 1110,
  ]
  const ages = graduateMonotone(groups, groups.map((_, at) => 5 * at).concat(105), 'hyman')
  for (const [age, printed] of [
    [0, 17565.4135],
    [1, 17641.9827],
    [4, 17889.8345],
    [22, 19857.2386],
    [50, 22677.5137],
    [67, 20498.0511],
    [89, 5767.1829],
    [100, 338.1613],
    [104, 229.8867],
  ] as const) {
    expect(ages[age]).toBeCloseTo(printed, 3)
  }
})

test('Sprague reproduces a fourth-degree curve exactly', () => {
  // His multipliers are fifth differences: a curve of cumulated degree five at the ends, four in the middle, is kept.
  const cumulated = (x: number): number => 1e5 * x - 700 * x ** 2 + 9 * x ** 3 - 0.06 * x ** 4
  const groups = Array.from({ length: 12 }, (_, at) => cumulated(5 * at + 5) - cumulated(5 * at))
  graduateSprague(groups).forEach((value, age) =>
    expect(Math.abs(value / (cumulated(age + 1) - cumulated(age)) - 1)).toBeLessThan(1e-9),
  )
})

test('osculatory and monotone graduation keep every group’s sum', () => {
  const groups = fc.array(fc.double({ min: 1, max: 1e6, noNaN: true }), { minLength: 5, maxLength: 20 })
  fc.assert(
    fc.property(groups, (counts) => {
      const breaks = counts.map((_, at) => 5 * at).concat(5 * counts.length)
      for (const ages of [
        graduateSprague(counts),
        graduateBeers(counts),
        graduateMonotone(counts, breaks),
        graduateMonotone(counts, breaks, 'hyman'),
      ]) {
        counts.forEach((count, group) =>
          expect(Math.abs(sumOf(ages.subarray(5 * group, 5 * group + 5)) - count)).toBeLessThan(1e-9 * sumOf(counts)),
        )
      }
    }),
  )
})

test('the monotone spline never gives a negative age', () => {
  const groups = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 20 })
  fc.assert(
    fc.property(groups, (counts) => {
      const breaks = counts.map((_, at) => 5 * at).concat(5 * counts.length)
      expect(Math.min(...graduateMonotone(counts, breaks))).toBeGreaterThanOrEqual(-1e-6)
      expect(Math.min(...graduateMonotone(counts, breaks, 'hyman'))).toBeGreaterThanOrEqual(-1e-6)
    }),
  )
})

test('the spline rises over the RPN 14 data of Fritsch and Carlson (1980)', () => {
  const x = [7.99, 8.09, 8.19, 8.7, 9.2, 10, 12, 15, 20]
  const y = [0, 2.76429e-5, 4.37498e-2, 0.169183, 0.469428, 0.94374, 0.998636, 0.999919, 0.999994]
  const spline = monotoneSpline(x, y)
  x.forEach((at, k) => expect(spline(at)).toBeCloseTo(y[k] ?? 0, 12))
  for (let at = 8; at < 20; at += 0.01) expect(spline(at + 0.01)).toBeGreaterThanOrEqual(spline(at))
})

test('PCLM ungroups the deaths of Rizzi and others’ package example: positive, smooth, its total kept', () => {
  const deaths = [294, 66, 32, 44, 170, 284, 287, 293, 361, 600, 998, 1572, 2529, 4637, 6161, 7369, 10481, 15293, 39016]
  const ages = graduatePclm(deaths, { widths: [1, 4, ...Array.from({ length: 16 }, () => 5), 26] })
  expect(ages.length).toBe(111)
  expect(sumOf(ages)).toBeCloseTo(sumOf(deaths), 1)
  expect(Math.min(...ages)).toBeGreaterThan(0)
  const mode = ages.indexOf(Math.max(...ages))
  expect(mode).toBeGreaterThan(82)
  expect(mode).toBeLessThan(92)
  deaths.slice(2, 18).forEach((count, at) => {
    expect(sumOf(ages.subarray(5 + 5 * at, 10 + 5 * at)) / count).toBeCloseTo(1, 1)
  })
})

test('PCLM equals the function its authors published', () => {
  // The R function of the supplement of Rizzi, Gampe and Eilers (2015, Am. J. Epidemiol. 182(2)), run in R 4.6.0 on the
  // deaths above with lambda 1, the identity as basis and its tolerance at 1e-10.
  const deaths = [294, 66, 32, 44, 170, 284, 287, 293, 361, 600, 998, 1572, 2529, 4637, 6161, 7369, 10481, 15293, 39016]
  const ages = graduatePclm(deaths, { widths: [1, 4, ...Array.from({ length: 16 }, () => 5), 26] })
  for (const [age, published] of [
    [0, 293.481991977],
    [1, 45.4796083394],
    [4, 3.987592927],
    [10, 7.86334288906],
    [33, 58.9329744061],
    [65, 1158.48400722],
    [85, 3300.38515132],
    [100, 921.083895525],
    [110, 269.517924013],
  ] as const) {
    expect(Math.abs((ages[age] ?? 0) / published - 1)).toBeLessThan(1e-8)
  }
})

test('PCLM finds a known curve again from its groups', () => {
  const truth = Array.from({ length: 90 }, (_, age) => 1000 * Math.exp(-(((age - 45) / 20) ** 2)))
  const groups = Array.from({ length: 18 }, (_, at) => sumOf(truth.slice(5 * at, 5 * at + 5)))
  graduatePclm(groups, { widths: groups.map(() => 5), lambda: 0.01 }).forEach((value, age) =>
    expect(Math.abs(value - (truth[age] ?? 0))).toBeLessThan(2),
  )
})
