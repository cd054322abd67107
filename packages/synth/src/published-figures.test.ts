import { ageInYears, dayNumberOf } from '@junheng/kernel'
import { describe, expect, it, vi } from 'vitest'
import { generationsOf, householdKinds } from './batch-codes.ts'
import { censusDay, groupStarts, populationOf } from './census/county-census.ts'
import { noDay, none } from './family/block.ts'
import { populationBatches, populationParts } from './population.ts'

vi.setConfig({ testTimeout: 60_000 })

const zeros = (length: number): number[] => Array.from({ length }, () => 0)

/** What was counted of a population on the census day. */
interface Tally {
  readonly groups: { readonly male: number[]; readonly female: number[] }
  readonly generations: number[]
  readonly sizes: number[]
  persons: number
  families: number
  familyPersons: number
  births: number
  women: number
  minors: number
  motherHere: number
}

function tally(region: number, count: number | undefined): Tally {
  const result: Tally = {
    groups: { male: zeros(19), female: zeros(19) },
    generations: [0, 0, 0, 0, 0],
    sizes: zeros(40),
    persons: 0,
    families: 0,
    familyPersons: 0,
    births: 0,
    women: 0,
    minors: 0,
    motherHere: 0,
  }
  const options = { region, seed: 11, on: censusDay, ...(count === undefined ? {} : { count }) }
  for (const { persons, households } of populationBatches(options)) {
    for (let person = 0; person < persons.count; person++) {
      const age = ageInYears(persons.birthDate[person] ?? 0, censusDay)
      const group = age === 0 ? 0 : age < 5 ? 1 : Math.min(18, Math.floor(age / 5) + 1)
      const counts = result.groups[persons.sex[person] === 0 ? 'male' : 'female']
      counts[group] = (counts[group] ?? 0) + 1
      result.persons++
      if (age < 18 && persons.absentMotherBirth[person] !== noDay) result.minors++
      if (age < 18 && persons.mother[person] !== none) {
        result.minors++
        result.motherHere++
      }
      if (persons.sex[person] === 0 || age < 15 || age > 64) continue
      result.women++
      result.births += persons.childrenEverBorn[person] ?? 0
    }
    for (let at = 0; at < households.count; at++) {
      const kind = householdKinds[households.kind[at] ?? 0] ?? 'collective'
      if (kind === 'collective') continue
      const size = (households.first[at + 1] ?? 0) - (households.first[at] ?? 0)
      result.families++
      result.familyPersons += size
      result.sizes[size] = (result.sizes[size] ?? 0) + 1
      const generations = generationsOf[kind]
      result.generations[generations] = (result.generations[generations] ?? 0) + 1
    }
  }
  return result
}

/** What the census says of the same counties, each weighted by its part. */
function published(region: number, count: number | undefined) {
  const sums = { families: 0, familyPersons: 0, onePerson: 0, women: 0, births: 0, generations: [0, 0, 0, 0, 0] }
  const groups = { male: zeros(19), female: zeros(19) }
  const options = { region, seed: 11, on: censusDay, ...(count === undefined ? {} : { count }) }
  let population = 0
  for (const { census, persons } of populationParts(options)) {
    const share = persons / populationOf(census)
    population += populationOf(census)
    sums.families += census.families * share
    sums.familyPersons += census.familyPersons * share
    sums.onePerson += census.onePersonFamilies * share
    for (const [at, count_] of census.generations.entries())
      sums.generations[at + 1] = (sums.generations[at + 1] ?? 0) + count_ * share
    const women = census.female.slice(4, 14).reduce((sum, one) => sum + one, 0) * share
    sums.women += women
    sums.births += women * census.birthsPerWoman
    for (const sex of ['male', 'female'] as const)
      for (const [at, one] of census[sex].entries()) groups[sex][at] = (groups[sex][at] ?? 0) + one
  }
  return { ...sums, groups, population }
}

/** Everybody in two places, a part of the others. */
const places = [
  { name: 'Xian’an', region: 421202, count: undefined },
  { name: 'Tianjia’an', region: 340403, count: 300_000 },
  { name: 'Alxa', region: 152900, count: undefined },
  { name: 'Beijing', region: 110000, count: 300_000 },
  { name: 'Qinghai', region: 630000, count: 400_000 },
]

describe.each(places)('$name on the census day', ({ region, count }) => {
  const made = tally(region, count)
  const said = published(region, count)

  it('has each age group of each sex within one percent of the census', () => {
    expect(groupStarts).toHaveLength(19)
    for (const sex of ['male', 'female'] as const) {
      for (const [at, counted] of said.groups[sex].entries()) {
        const expected = (counted * made.persons) / said.population
        const error = Math.abs((made.groups[sex][at] ?? 0) - expected) / expected
        expect(error, `${sex} from ${groupStarts[at]}: ${made.groups[sex][at]} for ${expected}`).toBeLessThan(0.01)
        // Where everybody is made, everybody is there.
        if (count === undefined) expect(made.groups[sex][at]).toBe(counted)
      }
    }
  })

  it('has households as large as the census found them, as many of one person, and generations alike', () => {
    const size = made.familyPersons / made.families
    expect(Math.abs(size / (said.familyPersons / said.families) - 1)).toBeLessThan(0.08)
    expect(made.familyPersons / said.familyPersons).toBeCloseTo(1, 2)
    const share = (part: number, whole: number) => (100 * part) / whole
    expect(Math.abs(share(made.sizes[1] ?? 0, made.families) - share(said.onePerson, said.families))).toBeLessThan(2.5)
    for (let generations = 1; generations <= 4; generations++) {
      const [own, census] = [made.generations[generations] ?? 0, said.generations[generations] ?? 0]
      expect(Math.abs(share(own, made.families) - share(census, said.families)), `${generations}`).toBeLessThan(4)
    }
  })

  it('has women with as many births as the census found', () => {
    expect(Math.abs(made.births / made.women / (said.births / said.women) - 1)).toBeLessThan(0.05)
  })

  it('lets nine children in ten live with their mother', () => {
    expect(made.motherHere / made.minors).toBeGreaterThan(0.9)
  })
})

describe('Qinghai in 2026', () => {
  it('has plausible families: childless women, twins, lone and unmarried mothers, spacing', () => {
    const on = dayNumberOf(2026, 1, 1)
    const counts = { women49: 0, childless: 0, kids: 0, twins: 0, adopted: 0, special: 0, parents: 0, unmarried: 0 }
    const ageAtFirst: number[] = []
    const gaps: number[] = []
    for (const { persons } of populationBatches({ region: 630000, count: 200_000, seed: 1, on })) {
      const last = new Map<number, number>()
      for (let person = 0; person < persons.count; person++) {
        const birth = persons.birthDate[person] ?? 0
        const age = ageInYears(birth, on)
        if (persons.sex[person] === 1 && age >= 45 && age < 55) {
          counts.women49++
          if (persons.childrenEverBorn[person] === 0) counts.childless++
        }
        if (age >= 49 && age < 70) {
          counts.parents++
          if (persons.specialFamily[person] !== 0) counts.special++
        }
        const mother = persons.mother[person] ?? none
        if (age >= 6 || mother === none) continue
        counts.kids++
        if (persons.babiesInBirth[person] === 2) counts.twins++
        if (((persons.flags[person] ?? 0) & 1) !== 0) counts.adopted++
        if (persons.marital[mother] === 0 || persons.marital[mother] === 2) counts.unmarried++
        if (persons.birthOrder[person] === 1) ageAtFirst.push((birth - (persons.birthDate[mother] ?? 0)) / 365.25)
        const older = last.get(mother)
        if (older !== undefined && older !== birth) gaps.push(Math.abs(birth - older) / 365.25)
        last.set(mother, birth)
      }
    }
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
    const percent = (part: number, whole: number) => (100 * part) / whole
    // The China Population and Development Research Center found 5.16 % at 49 in the census of 2020.
    expect(percent(counts.childless, counts.women49)).toBeGreaterThan(3)
    expect(percent(counts.childless, counts.women49)).toBeLessThan(9)
    expect(percent(counts.twins, counts.kids)).toBeGreaterThan(1.8)
    expect(percent(counts.twins, counts.kids)).toBeLessThan(4.5)
    expect(percent(counts.adopted, counts.kids)).toBeLessThan(0.5)
    expect(percent(counts.unmarried, counts.kids)).toBeGreaterThan(1)
    expect(percent(counts.unmarried, counts.kids)).toBeLessThan(8)
    expect(percent(counts.special, counts.parents)).toBeGreaterThan(0.05)
    expect(percent(counts.special, counts.parents)).toBeLessThan(1.5)
    expect(mean(ageAtFirst)).toBeGreaterThan(25)
    expect(mean(ageAtFirst)).toBeLessThan(30)
    expect(mean(gaps)).toBeGreaterThan(2)
    expect(mean(gaps)).toBeLessThan(5)
  })
})
