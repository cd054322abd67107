import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyAgeSex, sumOf, totalOf, type AgeSex } from '../age-sex.ts'
import { arbitraryAgeSex, arbitraryYear } from '../testing/arbitrary-year.ts'
import { naiveYear } from '../testing/naive-year.ts'
import { projectRegions, projectRegionsYear } from './project-regions.ts'
import { deathsByAge, midYear, project } from './project.ts'
import { projectYear } from './project-year.ts'

const openAge = 12
const people = arbitraryAgeSex(openAge, { min: 0, max: 1e5 })
const year = arbitraryYear(openAge)
const timing = fc.constantFrom('end' as const, 'even' as const)

test('one year equals a naive reference to 1e-9, under both timings', () => {
  fc.assert(
    fc.property(people, year, timing, (start, inputs, rule) => {
      const result = projectYear(start, inputs, rule)
      const naive = naiveYear(start, inputs, rule)
      const scale = Math.max(1, totalOf(start))
      expect(Math.abs(sumOf(result.birthsByAge) - naive.births)).toBeLessThanOrEqual(1e-9 * Math.max(1, naive.births))
      for (const sex of ['male', 'female'] as const) {
        result.end[sex].forEach((count, age) => {
          const other = naive.end[sex][age] ?? Number.NaN
          // Within rounding of nought one of the two may fill the cell.
          const filled = count === 0.0005 || other === 0.0005 ? 0.0005 : 0
          expect(Math.abs(count - other)).toBeLessThanOrEqual(1e-9 * scale + filled)
        })
      }
    }),
  )
})

test('people in = people out: end = start + births − deaths + migration + filled', () => {
  fc.assert(
    fc.property(people, year, timing, (start, inputs, rule) => {
      const { end, births, deaths, migration, filled } = projectYear(start, inputs, rule)
      const expected = totalOf(start) + births.male + births.female - totalOf(deaths) + totalOf(migration) + filled
      expect(Math.abs(totalOf(end) - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, totalOf(start), totalOf(end)))
    }),
  )
})

test('no cell is ever negative, however many leave', () => {
  fc.assert(
    fc.property(people, year, timing, (start, inputs, rule) => {
      const { end } = projectYear(start, inputs, rule)
      expect(Math.min(...end.male, ...end.female)).toBeGreaterThanOrEqual(0)
    }),
  )
})

test('moves between regions only redistribute: regions sum to the same total', () => {
  const rate = arbitraryAgeSex(openAge, { min: 0, max: 0.5 })
  fc.assert(
    fc.property(fc.tuple(people, people, people), year, rate, rate, timing, (starts, inputs, a, b, rule) => {
      const still = { ...inputs, migration: emptyAgeSex(openAge) }
      const regions = starts.map((start) => ({ start, inputs: still }))
      const moves = [
        { from: 0, to: 1, rate: a },
        { from: 0, to: 2, rate: b },
        { from: 2, to: 0, rate: a },
      ]
      const results = projectRegionsYear(regions, { moves, timing: rule })
      results.forEach(({ end, births, deaths, migration, filled, netMoves = 0 }, at) => {
        const gone = births.male + births.female - totalOf(deaths) + totalOf(migration) + filled + netMoves
        const before = totalOf(starts[at] ?? end)
        expect(Math.abs(totalOf(end) - before - gone)).toBeLessThanOrEqual(1e-9 * Math.max(1, before, totalOf(end)))
      })
      const net = results.reduce((sum, { netMoves = 0 }) => sum + netMoves, 0)
      expect(Math.abs(net)).toBeLessThanOrEqual(1e-9 * starts.reduce((sum, start) => sum + totalOf(start), 1))
      const balance = results.reduce(
        (sum, { births, deaths }) => sum + births.male + births.female - totalOf(deaths),
        starts.reduce((sum, start) => sum + totalOf(start), 0),
      )
      const ends = results.reduce((sum, { end }) => sum + totalOf(end), 0)
      expect(Math.abs(ends - balance)).toBeLessThanOrEqual(1e-9 * Math.max(1, balance))
      expect(Math.min(...results.flatMap(({ end }) => [...end.male, ...end.female]))).toBeGreaterThanOrEqual(-1e-9)
    }),
  )
})

test('more leaving a region than are in it is refused', () => {
  const rate: AgeSex = { male: new Float64Array(3).fill(0.7), female: new Float64Array(3) }
  const moves = [
    { from: 0, to: 1, rate },
    { from: 0, to: 2, rate },
  ]
  expect(() => projectRegionsYear([], { moves, timing: 'end' })).toThrow('impossible moves')
})

test('group quarters stay as they are while households age', () => {
  const start: AgeSex = { male: Float64Array.from([10, 20, 30]), female: Float64Array.from([10, 20, 30]) }
  const groupQuarters: AgeSex = { male: Float64Array.from([0, 15, 0]), female: new Float64Array(3) }
  const all = new Float64Array(3).fill(1)
  const inputs = {
    survival: { male: all, female: all },
    fertility: { fromAge: 1, rates: new Float64Array(1) },
    srb: 1.05,
    migration: emptyAgeSex(2),
  }
  const { population } = project({ start, firstYear: 2020, years: [inputs], timing: 'end', groupQuarters })
  expect([...(population[1]?.male ?? [])]).toEqual([0, 25, 35])
  const tooMany = { male: new Float64Array(3).fill(99), female: new Float64Array(3) }
  expect(() => project({ start, firstYear: 2020, years: [], timing: 'end', groupQuarters: tooMany })).toThrow('exceed')
})

test('group quarters neither move, migrate, age nor bear, and the regions still add up', () => {
  const rate = arbitraryAgeSex(openAge, { min: 0, max: 0.5 })
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(
      fc.tuple(people, people),
      year,
      fc.tuple(rate, rate),
      share,
      timing,
      (starts, inputs, rates, part, rule) => {
        const still = { ...inputs, migration: emptyAgeSex(openAge) }
        const portion = ({ male, female }: AgeSex, size: number): AgeSex => ({
          male: male.map((count) => count * size),
          female: female.map((count) => count * size),
        })
        const quarters = starts.map((start) => portion(start, part))
        const moves = rates.map((one, at) => ({ from: at, to: 1 - at, rate: one }))
        const options = { firstYear: 2020, timing: rule, movesOf: () => moves }
        const years = [still, still, still]
        const whole = projectRegions(
          starts.map((start, at) => ({ start, years, groupQuarters: quarters[at] ?? start })),
          options,
        )
        // The same households without anyone in group quarters: what differs is the quarters, cell by cell, every year.
        const alone = projectRegions(
          starts.map((start) => ({ start: portion(start, 1 - part), years })),
          options,
        )
        whole.forEach(({ population }, region) =>
          population.forEach((all, when) => {
            for (const sex of ['male', 'female'] as const)
              all[sex].forEach((count, age) => {
                const expected =
                  (alone[region]?.population[when]?.[sex][age] ?? 0) + (quarters[region]?.[sex][age] ?? 0)
                expect(Math.abs(count - expected)).toBeLessThanOrEqual(1e-6 + 1e-9 * Math.abs(expected))
              })
          }),
        )
        const balance = whole.reduce(
          (sum, { years: results }) =>
            results.reduce(
              (all, { births, deaths, filled }) => all + births.male + births.female - totalOf(deaths) + filled,
              sum,
            ),
          starts.reduce((sum, start) => sum + totalOf(start), 0),
        )
        const ends = whole.reduce((sum, { population }) => sum + totalOf(population.at(-1) ?? emptyAgeSex(openAge)), 0)
        expect(Math.abs(ends - balance)).toBeLessThanOrEqual(1e-9 * Math.max(1, balance))
      },
    ),
  )
})

test('mid-year is the mean of two 1 Januaries: China 2024, 1,419,321,278 of 1,420,908,919 and 1,417,733,636', () => {
  const of = (count: number): AgeSex => ({ male: Float64Array.from([count]), female: Float64Array.from([0]) })
  expect(totalOf(midYear(of(1_420_908_919), of(1_417_733_636)))).toBeCloseTo(1_419_321_277.5, 1)
})

test('deaths by age at death keep their sum', () => {
  const byCohort = Float64Array.from([5, 3, 2, 8])
  const byAge = deathsByAge(byCohort, Float64Array.from([0.1, 0.4, 0.5, 0.5]))
  expect(sumOf(byAge)).toBeCloseTo(18)
  expect(byAge[0]).toBeCloseTo(5.3)
})
