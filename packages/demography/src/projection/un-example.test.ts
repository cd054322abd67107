import { expect, test } from 'vitest'
import { sumOf, totalOf, type AgeSex } from '../age-sex.ts'
import { projectYear } from './project-year.ts'
import type { MigrationTiming, YearInputs } from './year-inputs.ts'

/**
 * The example of the UN's engine (ccmppWPP, `sweden_1993_Preston_5x5`): Sweden 1993–1998 by five-year groups, figures
 * after Preston, Heuveline and Guillot, Demography (2001), box 6.2; both sexes have the women's tables.
 */
const population = [
  293395, 248369, 240012, 261346, 285209, 314388, 281290, 286923, 304108, 324946, 247613, 211351, 215140, 221764,
  223506, 183654, 141990, 112424,
]
const personYears = [
  497487, 497138, 496901, 496531, 495902, 495168, 494213, 492760, 490447, 486613, 480665, 471786, 457852, 436153,
  402775, 350358, 271512, 291707,
]
const migrants = [6840, 4150, 3365, 5270, 9240, 8230, 5470, 3155, 1770, 1115, 1075, 845, 645, 530, 465, 300, 250, 175]
const rates = Float64Array.from([0.012, 0.0908, 0.1499, 0.1125, 0.0441, 0.0074, 0.0003])

/** What the book prints for the end of 1998 under "even", in whole persons. */
const printed = {
  women: [
    302392, 298682, 252007, 244150, 268267, 293515, 320624, 284767, 288031, 303166, 322062, 243989, 205841, 205516,
    205270, 194771, 142565, 131966,
  ],
  boys: 317340,
  births: [15244, 126688, 229354, 170057, 63203, 10971, 472],
}

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
  fertility: { fromAge: 15, rates },
  srb: 1.05,
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
  near(totalOf(result.migration), 2 * migrants.reduce((sum, count) => sum + count, 0))
})
