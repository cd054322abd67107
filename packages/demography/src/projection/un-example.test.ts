import { expect, test } from 'vitest'
import { sumOf, totalOf, type AgeSex } from '../age-sex.ts'
import { sweden1993 } from '../testing/sweden-1993.ts'
import { projectYear } from './project-year.ts'
import type { MigrationTiming, YearInputs } from './year-inputs.ts'

const { population, personYears, migrants, printed } = sweden1993

/**
 * What the UN's own R code gives (`project_ccmpp_z_by_z`, z = 5; ccmppWPP 0.0.0.9000, run in R 4.6.0 on these figures):
 * girls and boys 0–4, women 5–9, 30–34 and 85+, all births, deaths of men and of women.
 */
const engine = {
  even: {
    girls: 302391.7598930367,
    boys: 317340.3478876885,
    women: { 1: 298681.7765991875, 6: 320623.7228960676, 17: 131965.7435171754 },
    births:
      15243.91591859344 +
      126687.6993335502 +
      229353.7511465431 +
      170057.453314519 +
      63202.79243351247 +
      10970.94932231665 +
      471.5023202955671,
    deaths: { male: 243294.1716845758, female: 243218.6605624148 },
  },
  end: {
    girls: 300413.8069114911,
    boys: 315092.4972570656,
    women: { 1: 297339.1758176595, 6: 319251.6592429236, 17: 131943.1837757604 },
    births:
      15035.37850304185 +
      123992.8320570458 +
      224540.7762642175 +
      167363.9041620723 +
      62554.30645114506 +
      10909.15755992471 +
      470.0075090672386,
    deaths: { male: 242989.1830342413, female: 242915.0352699009 },
  },
} as const

const both = (values: readonly number[]): AgeSex => ({
  male: Float64Array.from(values),
  female: Float64Array.from(values),
})

const survival = personYears.map((years, group) => {
  if (group === 0) return years / 500_000
  const before = personYears[group - 1] ?? 0
  return years / (group === personYears.length - 1 ? before + years : before)
})

const inputs: YearInputs = {
  survival: both(survival),
  fertility: { fromAge: 15, rates: Float64Array.from(sweden1993.fertility) },
  srb: sweden1993.srb,
  migration: both(migrants),
  width: 5,
}

test('Sweden 1993–1998 as the book prints it: migrants even over the period', () => {
  const { end, birthsByAge } = projectYear(both(population), inputs, 'even')
  expect([...end.female].map(Math.round)).toEqual(printed.women)
  expect(Math.round(end.male[0] ?? 0)).toBe(printed.boys)
  expect([...birthsByAge.subarray(3, 10)].map(Math.round)).toEqual(printed.births)
})

test.each(['even', 'end'] as const)('Sweden 1993–1998 equals the UN’s own R code to 1e-12, migrants "%s"', (timing) => {
  const result = projectYear(both(population), inputs, timing satisfies MigrationTiming)
  const expected = engine[timing]
  const near = (value: number, truth: number): void => expect(Math.abs(value / truth - 1)).toBeLessThan(1e-12)
  near(result.end.female[0] ?? 0, expected.girls)
  near(result.end.male[0] ?? 0, expected.boys)
  for (const [group, women] of Object.entries(expected.women)) near(result.end.female[Number(group)] ?? 0, women)
  near(result.births.male + result.births.female, expected.births)
  near(sumOf(result.deaths.male), expected.deaths.male)
  near(sumOf(result.deaths.female), expected.deaths.female)
  near(totalOf(result.migration), 2 * sumOf(migrants))
})
