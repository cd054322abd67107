import { addYears, ageInYears, dayNumberOf } from '@junheng/kernel'
import { censusDay, type CountyCensus } from '../census/county-census.ts'
import { synthError } from '../synth-error.ts'
import { singleAges2020 } from './generated/national-figures.ts'
import { firstFertileAge, nationalRates, type NationalRates } from './national-rates.ts'
import { ageCount, structureOnCensusDay, type Structure } from './structure.ts'

/** The last day a county is carried to; the nation's rates end there. */
export const lastDay = dayNumberOf(2060, 12, 31)

/**
 * A county's expected persons by single age on a day, from 1 November 2020 to the end of 2060: yearly steps of survival
 * and births and a part of a step at the end. Survival and the ages of mothers are the nation's (WPP 2024), the level of
 * fertility is the county's as its children under five show it. Nobody moves in or out. Throws `wrong-day`.
 */
export function carryForward(census: CountyCensus, on: number): Structure {
  requireDay(on)
  const years = ageInYears(censusDay, on)
  const part = (on - addYears(censusDay, years)) / 365.25
  const level = fertilityLevel(census)
  let structure = structureOnCensusDay(census)
  for (let step = 0; step <= years; step++) {
    const share = step < years ? 1 : part
    if (share > 0) structure = carryYear(structure, { rates: ratesOf(2021 + step), level, share })
  }
  return structure
}

export function requireDay(on: number): void {
  if (Number.isInteger(on) && on >= censusDay && on <= lastDay) return
  throw synthError('wrong-day', {
    zh: '日期要在 2020-11-01（普查日）和 2060-12-31 之间',
    en: 'the day must lie between 2020-11-01, the census day, and 2060-12-31',
  })
}

const cache = new Map<number, NationalRates>()

function ratesOf(year: number): NationalRates {
  let rates = cache.get(year)
  if (rates === undefined) cache.set(year, (rates = nationalRates(Math.min(year, 2061))))
  return rates
}

/**
 * The county's fertility as a multiple of the nation's: children under five against those its women would have, both as in
 * the nation. Twenty expected children are added on both sides, so that a small place's noise is not its level.
 */
function fertilityLevel(census: CountyCensus): number {
  const { male, female } = structureOnCensusDay(census)
  const expected = childrenExpected(female)
  const nation = childrenUnderFive(singleAges2020) / childrenExpected(singleAges2020.female)
  return (childrenUnderFive({ male, female }) / nation + 20) / (expected + 20)
}

function childrenUnderFive({ male, female }: { male: ArrayLike<number>; female: ArrayLike<number> }): number {
  let children = 0
  for (let age = 0; age < 5; age++) children += (male[age] ?? 0) + (female[age] ?? 0)
  return children
}

/** Births of five years by these women at the rates of 2021. */
function childrenExpected(women: ArrayLike<number>): number {
  const { fertility } = ratesOf(2021)
  let expected = 0
  for (let age = firstFertileAge; age < 60; age++) {
    for (let back = 0; back < 5; back++) expected += (women[age] ?? 0) * (fertility[age - back - firstFertileAge] ?? 0)
  }
  return expected
}

interface YearStep {
  readonly rates: NationalRates
  readonly level: number
  /** The part of the year that passes: birthdays are spread evenly over it. */
  readonly share: number
}

function carryYear(before: Structure, { rates, level, share }: YearStep): Structure {
  const male = survivors(before.male, rates.survival.male, share)
  const female = survivors(before.female, rates.survival.female, share)
  let births = 0
  for (const [at, rate] of rates.fertility.entries()) {
    const age = at + firstFertileAge
    births += (rate * ((before.female[age] ?? 0) + (female[age] ?? 0))) / 2
  }
  births *= level * share
  const boys = (births * rates.sexRatio) / (1 + rates.sexRatio)
  male[0] = (male[0] ?? 0) + boys * (rates.survival.male[0] ?? 1)
  female[0] = (female[0] ?? 0) + (births - boys) * (rates.survival.female[0] ?? 1)
  return { male, female }
}

function survivors(before: Float64Array, survival: readonly number[], share: number): Float64Array {
  const after = new Float64Array(ageCount)
  const open = ageCount - 1
  for (let age = 0; age < open; age++) {
    const count = before[age] ?? 0
    const lasting = 1 - (1 - (survival[age + 1] ?? 0)) * share
    const older = count * share * lasting
    after[age] = (after[age] ?? 0) + count * (1 - share) * lasting
    after[age + 1] = (after[age + 1] ?? 0) + older
  }
  after[open] = (after[open] ?? 0) + (before[open] ?? 0) * (1 - (1 - (survival[open] ?? 0)) * share)
  return after
}
