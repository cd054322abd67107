import { ageInMonths, ageInYears, dayNumberOf } from '@junheng/kernel'
import { assert, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { birthThreshold } from './birth-threshold.ts'

const day = integer({ min: dayNumberOf(1900, 1, 1), max: dayNumberOf(2100, 1, 1) })

describe('the last birthday that is old enough', () => {
  it('splits all days of birth as the age in years does', () => {
    assert(
      property(day, day, integer({ min: -5, max: 110 }), (birth, on, age) => {
        expect(birth <= birthThreshold({ unit: 'years', age, on })).toBe(ageInYears(birth, on) >= age)
      }),
      { numRuns: 3000 },
    )
  })

  it('splits all days of birth as the age in months does', () => {
    assert(
      property(day, day, integer({ min: -40, max: 1300 }), (birth, on, age) => {
        expect(birth <= birthThreshold({ unit: 'months', age, on })).toBe(ageInMonths(birth, on) >= age)
      }),
      { numRuns: 3000 },
    )
  })

  it('keeps who was born on 29 February two until 1 March', () => {
    const born = dayNumberOf(2024, 2, 29)
    expect(born <= birthThreshold({ unit: 'years', age: 3, on: dayNumberOf(2027, 2, 28) })).toBe(false)
    expect(born <= birthThreshold({ unit: 'years', age: 3, on: dayNumberOf(2027, 3, 1) })).toBe(true)
  })
})
