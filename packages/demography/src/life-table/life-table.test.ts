import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { abridgedLifeTable } from './abridged-life-table.ts'
import { closeMortality, fitKannisto, kannistoRate } from './close-mortality.ts'
import { infantAx } from './infant-ax.ts'
import { lifeTable, tableOf } from './life-table.ts'
import { separationFactors, survivalRatios } from './survival-ratios.ts'

const groups = Float64Array.from([0, 1, ...Array.from({ length: 17 }, (_, at) => 5 + 5 * at)])

test('Austrian men of 1992: e0 72.889 and l85 0.21134 as in Preston, Heuveline and Guillot, box 3.1', () => {
  const persons = [
    47925, 189127, 234793, 238790, 254996, 326831, 355086, 324222, 269963, 261971, 238011, 261612, 181385, 187962,
    153832, 105169, 73694, 57512, 32248,
  ]
  const deaths = [419, 70, 36, 46, 249, 420, 403, 441, 508, 769, 1154, 1866, 2043, 3496, 4366, 4337, 5279, 6460, 6146]
  const ax = [
    0.068, 1.626, 2.5, 3.143, 2.724, 2.52, 2.481, 2.601, 2.701, 2.663, 2.698, 2.676, 2.645, 2.624, 2.619, 2.593, 2.518,
    2.423, 5.247,
  ]
  const mx = Float64Array.from(deaths, (count, at) => count / (persons[at] ?? 1))
  const { ex, lx } = tableOf({ age: groups, mx, ax: Float64Array.from(ax) })
  expect(ex[0]).toBeCloseTo(72.889, 3)
  expect(lx[18]).toBeCloseTo(0.21134, 5)
})

test('the UN’s model life table example of 1982, page 34, to 0.004 of a year at every age', () => {
  const mx = [
    0.23669, 0.04672, 0.00982, 0.00511, 0.00697, 0.01036, 0.01169, 0.01332, 0.01528, 0.01757, 0.02092, 0.02517, 0.03225,
    0.04241, 0.06056, 0.08574, 0.1184, 0.16226, 0.23745,
  ]
  const printed = [
    35, 42.901, 47.19, 44.438, 40.523, 36.868, 33.691, 30.567, 27.5, 24.485, 21.504, 18.599, 15.758, 13.08, 10.584,
    8.466, 6.729, 5.312, 4.211,
  ]
  const { ex } = abridgedLifeTable({ age: groups, mx: Float64Array.from(mx), sex: 'male' })
  ex.forEach((years, at) => expect(Math.abs(years - (printed[at] ?? 0))).toBeLessThan(0.0041))
})

test('MORTPAK’s example (United Nations 1988, page 82), to 0.004 of a year', () => {
  const mx = [
    0.12846, 0.02477, 0.00603, 0.0034, 0.00417, 0.00513, 0.00581, 0.00645, 0.00725, 0.00813, 0.00913, 0.01199, 0.01647,
    0.0256, 0.04047, 0.06624, 0.10638, 0.19611,
  ]
  const printed = [
    49.997, 55.675, 57.245, 53.921, 49.803, 45.799, 41.922, 38.084, 34.249, 30.42, 26.578, 22.701, 18.945, 15.349,
    12.095, 9.24, 6.903, 5.099,
  ]
  const { ex } = abridgedLifeTable({ age: groups.slice(0, 18), mx: Float64Array.from(mx), sex: 'female' })
  ex.forEach((years, at) => expect(Math.abs(years - (printed[at] ?? 0))).toBeLessThan(0.0041))
})

test('a0 follows Andreev and Kingkade’s pieces, nearly without a step where they meet', () => {
  expect(infantAx(0.005, { sex: 'male', rule: 'andreev-kingkade' })).toBeCloseTo(0.1393, 4)
  for (const [sex, bend] of [
    ['male', 0.023],
    ['male', 0.08307],
    ['female', 0.01724],
    ['female', 0.06891],
  ] as const) {
    const rule = 'andreev-kingkade'
    const step = infantAx(bend + 1e-9, { sex, rule }) - infantAx(bend - 1e-9, { sex, rule })
    expect(Math.abs(step)).toBeLessThan(0.0005)
  }
})

test('Kannisto’s law is found again from its own rates and closes the table smoothly', () => {
  const law = { a: 0.06, b: 0.11 }
  const rates = Float64Array.from({ length: 20 }, (_, at) => kannistoRate(law, 80 + at))
  const found = fitKannisto(rates)
  expect(found.a).toBeCloseTo(0.06, 12)
  expect(found.b).toBeCloseTo(0.11, 12)
  const mx = Float64Array.from({ length: 101 }, (_, x) => (x < 80 ? 1e-4 * Math.exp(0.08 * x) : kannistoRate(law, x)))
  const closed = closeMortality(mx)
  expect(closed.length).toBe(131)
  expect(closed[130]).toBeCloseTo(kannistoRate(law, 130), 10)
})

test('survival lies in [0, 1], Tx falls, and the ratios carry the stationary population onto itself', () => {
  const rates = fc.array(fc.double({ min: 1e-5, max: 0.6, noNaN: true }), { minLength: 20, maxLength: 110 })
  fc.assert(
    fc.property(rates, fc.constantFrom('male' as const, 'female' as const), (mx, sex) => {
      const table = lifeTable({ mx: Float64Array.from(mx), sex })
      const survival = survivalRatios(table)
      const open = mx.length - 1
      expect(Math.max(...survival)).toBeLessThanOrEqual(1)
      expect(Math.min(...survival)).toBeGreaterThanOrEqual(0)
      const reached = ((table.Lx[open - 1] ?? 0) + (table.Lx[open] ?? 0)) * (survival[open] ?? 0)
      expect(reached).toBeCloseTo(table.Lx[open] ?? 0, 10)
      expect(separationFactors(table).length).toBe(mx.length)
    }),
  )
})

test('a negative rate and an open group without deaths are refused', () => {
  expect(() => lifeTable({ mx: Float64Array.from([0.01, -0.1, 0.5]), sex: 'male' })).toThrow('age group 1')
  expect(() => lifeTable({ mx: Float64Array.from([0.01, 0.1, 0]), sex: 'male' })).toThrow('open group')
})
