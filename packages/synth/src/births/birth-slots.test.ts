import { addYears, ageInYears, dayNumberOf } from '@junheng/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { birthDays } from './birth-days.ts'
import { BirthSlots } from './birth-slots.ts'

describe('birthDays', () => {
  it('lays the spans of all ages end to end, and each day has its age', () => {
    fc.assert(
      fc.property(fc.integer({ min: 18_567, max: 33_237 }), (on) => {
        const { first, days } = birthDays(on)
        expect((first[0] ?? 0) + (days[0] ?? 0)).toBe(on + 1)
        for (let age = 0; age < 100; age++) {
          const from = first[age] ?? 0
          expect((first[age + 1] ?? 0) + (days[age + 1] ?? 0)).toBe(from)
          expect(ageInYears(from, on)).toBe(age)
          expect(ageInYears(from + (days[age] ?? 0) - 1, on)).toBe(age)
        }
      }),
      { numRuns: 50 },
    )
  })

  it('counts those born on 29 February by the first of March', () => {
    const on = dayNumberOf(2025, 3, 1)
    const { first, days } = birthDays(on)
    const born = dayNumberOf(2024, 2, 29)
    expect(born).toBe((first[1] ?? 0) + (days[1] ?? 0) - 2)
    expect(addYears(born, 1)).toBe(on)
  })
})

describe('BirthSlots', () => {
  it('gives no two persons of a cell one day and one serial, twins and the other sex’s twins included', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 0xffffffff }),
        fc.integer({ min: 0, max: 0xffffffff }),
        fc.constantFrom(365, 366),
        fc.integer({ min: 1, max: 6000 }),
        fc.integer({ min: 2, max: 40 }),
        (key, otherKey, days, persons, everyNth) => {
          const girls = new BirthSlots({ days, key, twins: true })
          const boys = new BirthSlots({ days, key: otherKey, twins: true })
          const taken = new Set<number>()
          const take = ({ day, serial }: { day: number; serial: number }) => {
            expect(day >= 0 && day < days && serial >= 0 && serial < 499).toBe(true)
            const place = day * 499 + serial
            expect(taken.has(place)).toBe(false)
            taken.add(place)
          }
          for (let rank = 0; rank < persons; rank++) {
            const twin = (rank & 1) === 1 && rank % everyNth === 1
            if (twin) expect(girls.slotOfTwin(rank).day).toBe(girls.dayOf(rank - 1))
            take(twin ? girls.slotOfTwin(rank) : girls.slotOf(rank))
            if ((rank & 1) === 0 && rank % everyNth === 0) take(girls.slotBeside(boys, rank))
          }
        },
      ),
      { numRuns: 40 },
    )
  })

  it('fills a full cell to the last place', () => {
    const slots = new BirthSlots({ days: 365, key: 11, twins: false })
    expect(slots.capacity).toBe(2 * 365 * 249)
    const taken = new Set<number>()
    for (let rank = 0; rank < slots.capacity; rank++) {
      const { day, serial } = slots.slotOf(rank)
      taken.add(day * 499 + serial)
    }
    expect(taken.size).toBe(slots.capacity)
  })

  it('spreads the days of birth evenly', () => {
    const slots = new BirthSlots({ days: 365, key: 99, twins: false })
    const counts = new Int32Array(365)
    for (let rank = 0; rank < 7300; rank++) counts[slots.dayOf(rank)] = (counts[slots.dayOf(rank)] ?? 0) + 1
    expect(Math.max(...counts)).toBeLessThanOrEqual(21)
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(19)
  })
})
