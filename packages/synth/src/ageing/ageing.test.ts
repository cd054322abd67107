import { addYears, dayNumberOf } from '@junheng/kernel'
import { describe, expect, it } from 'vitest'
import { carriedCensus } from '../census/carried-census.ts'
import { censusDay, sum, type CountyCensus } from '../census/county-census.ts'
import { carryForward, lastDay } from './carry-forward.ts'
import { nationalRates } from './national-rates.ts'
import { structureOnCensusDay, totalOf } from './structure.ts'

const counties = [...carriedCensus().values()]

/** All five places together: 29 million persons. */
function all(on: number) {
  const structures = counties.map((county) => carryForward(county, on))
  const at = (sex: 'male' | 'female', age: number) => sum(structures.map((one) => one[sex][age] ?? 0))
  return { total: sum(structures.map(totalOf)), at }
}

describe('the structure on the census day', () => {
  it('keeps the sum of every age group', () => {
    for (const county of counties) {
      const { male } = structureOnCensusDay(county)
      for (const [group, count] of county.male.entries()) {
        const from = group === 0 ? 0 : group === 1 ? 1 : (group - 1) * 5
        const to = group === 18 ? 101 : group === 0 ? 1 : group * 5
        expect(sum(male.subarray(from, to))).toBeCloseTo(count, 6)
      }
      expect(carryForward(county, censusDay)).toEqual(structureOnCensusDay(county))
    }
  })

  it('shows the famine’s small cohorts', () => {
    const { female } = structureOnCensusDay(counties[0] as CountyCensus)
    expect(female[59] ?? 0).toBeLessThan((female[57] ?? 0) * 0.7)
  })
})

describe('carryForward', () => {
  it('makes everybody a year older in a year, and nobody returns from the dead', () => {
    const [now, later] = [all(censusDay), all(addYears(censusDay, 1))]
    for (let age = 0; age < 99; age++) {
      for (const sex of ['male', 'female'] as const) {
        const [before, after] = [now.at(sex, age), later.at(sex, age + 1)]
        expect(after).toBeLessThan(before)
        expect(after).toBeGreaterThan(before * (age < 60 ? 0.98 : 0.5))
      }
    }
  })

  it('changes by parts of a year in even steps', () => {
    const half = all(addYears(censusDay, 3) + 182)
    const [before, after] = [all(addYears(censusDay, 3)), all(addYears(censusDay, 4))]
    expect(half.total).toBeCloseTo((before.total + after.total) / 2, -4)
    expect(half.at('female', 30)).toBeGreaterThan(Math.min(before.at('female', 30), after.at('female', 30)) * 0.98)
  })

  it('has fewer births after 2020, as the nation had', () => {
    const births = [1, 2, 3, 4].map((years) => {
      const year = all(addYears(censusDay, years))
      return year.at('male', 0) + year.at('female', 0)
    })
    const [first = 0, second = 0, third = 0] = births
    expect(second).toBeLessThan(first)
    expect(third).toBeLessThan(second)
    const boys = all(addYears(censusDay, 4))
    expect(boys.at('male', 0) / boys.at('female', 0)).toBeCloseTo(1.1, 1)
  })

  it('gives a place with more children more births', () => {
    const base = carriedCensus().get(421202) as CountyCensus
    const fewer = { ...base, male: base.male.map((count, at) => (at < 2 ? count / 2 : count)) }
    const later = addYears(censusDay, 2)
    expect(carryForward(fewer, later).female[0]).toBeLessThan((carryForward(base, later).female[0] ?? 0) * 0.9)
  })

  it('refuses days before the census and after its rates', () => {
    const county = counties[0] as CountyCensus
    for (const on of [censusDay - 1, lastDay + 1, Number.NaN, censusDay + 0.5]) {
      expect(() => carryForward(county, on)).toThrow('wrong-day')
    }
    expect(totalOf(carryForward(county, lastDay))).toBeGreaterThan(0)
    expect(lastDay).toBe(dayNumberOf(2060, 12, 31))
  })
})

describe('nationalRates', () => {
  it('has the total fertility of WPP 2024 and survival that falls with age', () => {
    const rates = nationalRates(2024)
    expect(sum(rates.fertility)).toBeCloseTo(1.013, 2)
    expect(rates.sexRatio).toBeCloseTo(1.103, 3)
    for (let age = 40; age < 99; age++) {
      expect(rates.survival.male[age + 1] ?? 0).toBeLessThan(rates.survival.male[age] ?? 0)
    }
  })
})
