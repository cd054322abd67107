import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addYears, ageInYears, dayNumberOf, parseResidentId } from '@junheng/kernel'
import * as fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { lastDay } from './ageing/carry-forward.ts'
import { householdKinds, relations } from './batch-codes.ts'
import type { Batch } from './batch.ts'
import { carriedCensus } from './census/carried-census.ts'
import { censusDay } from './census/county-census.ts'
import { marital, noDay, none } from './family/block.ts'
import { isSyntheticId } from './identity/synthetic-id.ts'
import { phoneAt, personId, residentIdAt } from './person.ts'
import { countyBatches, populationBatches, populationParts, type PopulationOptions } from './population.ts'
import { mix } from './random/mix.ts'

vi.setConfig({ testTimeout: 60_000 })

const on2026 = dayNumberOf(2026, 1, 1)
const regions = [421202, 340403, 152900, 110000, 630000, 110108, 152923, 632626, 632803]

const options = fc.record({
  region: fc.constantFrom(...regions),
  count: fc.oneof(fc.nat({ max: 60 }), fc.nat({ max: 9000 })),
  seed: fc.oneof(fc.nat(), fc.maxSafeNat()),
  on: fc.integer({ min: censusDay, max: lastDay }),
})

/** Holds a law over every batch of random populations. */
function everyBatch(law: (batch: Batch) => void, numRuns = 16): void {
  fc.assert(
    fc.property(options, (given) => {
      for (const batch of populationBatches(given)) law(batch)
    }),
    { numRuns },
  )
}

const kindOf = ({ households }: Batch, household: number) => householdKinds[households.kind[household] ?? -1]
const births = ({ persons }: Batch, person: number): number => persons.birthDate[person] ?? 0

/** The mother is fifteen to fifty years older; exact days. */
function isMothersAge(mother: number, child: number): boolean {
  return addYears(mother, 15) <= child && child <= addYears(mother, 50)
}

/** One number for all columns. */
function hashOf(batches: Iterable<Batch>): number {
  let hash = 0
  for (const { persons, households, elsewhere } of batches) {
    for (const columns of [persons, households, elsewhere]) {
      for (const column of Object.values(columns)) {
        if (typeof column === 'number') hash = mix(hash ^ column)
        else for (const value of column as Int32Array) hash = mix(hash ^ value)
      }
    }
  }
  return hash
}

describe('a synthetic population', () => {
  it('has exactly the persons asked for, and its households share them out', () => {
    fc.assert(
      fc.property(options, (given) => {
        let [persons, next] = [0, 0]
        let county = 0
        for (const batch of populationBatches(given)) {
          if (batch.county !== county) next = 0
          county = batch.county
          expect(batch.firstPerson).toBe(next)
          next += batch.persons.count
          persons += batch.persons.count
          const { first, count } = batch.households
          expect([first[0], first[count]]).toEqual([0, batch.persons.count])
          for (let household = 0; household < count; household++) {
            const [from, to] = [first[household] ?? 0, first[household + 1] ?? 0]
            expect(to).toBeGreaterThan(from)
            for (let person = from; person < to; person++) expect(batch.persons.household[person]).toBe(household)
          }
        }
        expect(persons).toBe(given.count)
      }),
      { numRuns: 20 },
    )
  })

  it('has nobody born after the day, and nobody older than a hundred and five', () => {
    everyBatch((batch) => {
      for (let person = 0; person < batch.persons.count; person++) {
        expect(births(batch, person)).toBeLessThanOrEqual(batch.on)
        expect(ageInYears(births(batch, person), batch.on)).toBeLessThan(106)
      }
    })
  })

  it('has mothers fifteen to fifty years older than their children, and fathers at least fifteen', () => {
    everyBatch((batch) => {
      const { persons, elsewhere } = batch
      for (let child = 0; child < persons.count; child++) {
        const [mother, father] = [persons.mother[child] ?? none, persons.father[child] ?? none]
        const birth = births(batch, child)
        if (mother !== none) {
          expect(persons.sex[mother]).toBe(1)
          expect(isMothersAge(births(batch, mother), birth)).toBe(true)
          expect(persons.household[mother]).toBe(persons.household[child])
        }
        if (father !== none) {
          expect(persons.sex[father]).toBe(0)
          expect(addYears(births(batch, father), 15)).toBeLessThanOrEqual(birth)
          expect(persons.household[father]).toBe(persons.household[child])
        }
        const absent = persons.absentMotherBirth[child] ?? noDay
        if (absent !== noDay) {
          expect(mother).toBe(none)
          expect(isMothersAge(absent, birth)).toBe(true)
        }
      }
      for (let at = 0; at < elsewhere.count; at++) {
        const mother = elsewhere.mother[at] ?? none
        expect(persons.sex[mother]).toBe(1)
        expect(isMothersAge(births(batch, mother), elsewhere.birthDate[at] ?? 0)).toBe(true)
        expect(elsewhere.birthDate[at]).toBeLessThanOrEqual(batch.on)
      }
    })
  })

  it('has marriages that both know of, of a woman from twenty and a man from twenty-two', () => {
    everyBatch((batch) => {
      const { persons } = batch
      for (let person = 0; person < persons.count; person++) {
        const partner = persons.partner[person] ?? none
        const [status, married] = [persons.marital[person] ?? 0, persons.marriedOn[person] ?? noDay]
        if (partner !== none) {
          expect(persons.partner[partner]).toBe(person)
          expect(persons.sex[partner]).not.toBe(persons.sex[person])
          expect(persons.household[partner]).toBe(persons.household[person])
          expect(persons.marital[partner]).toBe(status)
          expect(persons.marriedOn[partner]).toBe(married)
          expect([marital.married, marital.cohabiting]).toContain(status)
        }
        expect(married !== noDay).toBe(status === marital.married)
        if (married === noDay) continue
        expect(married).toBeLessThanOrEqual(batch.on)
        expect(ageInYears(births(batch, person), married)).toBeGreaterThanOrEqual(persons.sex[person] === 1 ? 20 : 22)
      }
    })
  })

  it('numbers each mother’s children by birth, twins on one day, the next at least ten months on', () => {
    everyBatch((batch) => {
      const { persons, elsewhere } = batch
      const children = new Map<number, { birth: number; order: number; twin: boolean }[]>()
      const add = (mother: number, child: { birth: number; order: number; twin: boolean }) =>
        children.set(mother, [...(children.get(mother) ?? []), child])
      for (let child = 0; child < persons.count; child++) {
        const mother = persons.mother[child] ?? none
        const order = persons.birthOrder[child] ?? 0
        const twin = persons.babiesInBirth[child] === 2
        if (mother !== none) add(mother, { birth: births(batch, child), order, twin })
      }
      for (let at = 0; at < elsewhere.count; at++) {
        add(elsewhere.mother[at] ?? none, { birth: elsewhere.birthDate[at] ?? 0, order: 0, twin: false })
      }
      for (const [mother, all] of children) {
        expect(persons.childrenEverBorn[mother]).toBe(all.length)
        all.sort((a, b) => a.birth - b.birth || a.order - b.order)
        for (const [at, { birth, order, twin }] of all.entries()) {
          expect(order === 0 || order === at + 1).toBe(true)
          const before = all[at - 1]
          if (before === undefined) continue
          if (twin && before.birth === birth) expect(before.twin).toBe(true)
          else expect(birth - before.birth).toBeGreaterThanOrEqual(300)
        }
      }
    })
  })

  it('leaves no child alone and ties nobody in a collective household', () => {
    everyBatch((batch) => {
      const { persons, households } = batch
      for (let person = 0; person < persons.count; person++) {
        const kind = kindOf(batch, persons.household[person] ?? -1)
        const age = ageInYears(births(batch, person), batch.on)
        if (kind === 'one-person') expect(age).toBeGreaterThanOrEqual(18)
        if (relations[persons.relation[person] ?? 0] === 'head' && kind !== 'collective')
          expect(age).toBeGreaterThanOrEqual(18)
        if (kind === 'collective')
          expect([persons.partner[person], persons.mother[person], persons.father[person]]).toEqual([none, none, none])
      }
      for (let household = 0; household < households.count; household++) {
        const from = households.first[household] ?? 0
        expect(relations[persons.relation[from] ?? -1]).toBe('head')
      }
    })
  })

  it('has pregnancies of women only, due within the coming nine months', () => {
    everyBatch(({ persons, on }) => {
      for (let person = 0; person < persons.count; person++) {
        const due = persons.dueDate[person] ?? noDay
        if (due === noDay) continue
        expect(persons.sex[person]).toBe(1)
        expect(due > on && due <= on + 270).toBe(true)
      }
    })
  })

  it('gives everybody an identity number of one’s own with the right day, sex and check digit', () => {
    const seen = new Set<string>()
    const names = new Set<string>()
    for (const region of [630000, 421202]) {
      const phones = new Map<number, Set<string>>()
      for (const batch of populationBatches({ region, count: 60_000, seed: 4, on: on2026 })) {
        const own = phones.get(batch.county) ?? new Set()
        phones.set(batch.county, own)
        for (let person = 0; person < batch.persons.count; person++) {
          const id = residentIdAt(batch, person)
          const parsed = parseResidentId(id)
          if (!parsed.ok) throw new Error(parsed.problem.code)
          if (seen.has(id) || own.has(phoneAt(batch, person))) throw new Error('twice')
          if (parsed.id.birthDate !== births(batch, person)) throw new Error('another day')
          if ((parsed.id.sex === 'male') !== (batch.persons.sex[person] === 0)) throw new Error('another sex')
          if (person % 50 === 0) expect(isSyntheticId(id)).toBe(true)
          own.add(phoneAt(batch, person))
          seen.add(id)
          names.add(personId(batch, person))
        }
      }
    }
    expect([seen.size, names.size]).toEqual([120_000, 120_000])
  })

  it('keeps numbers apart even where a county has far more people than ever lived there', () => {
    const seen = new Set<string>()
    for (const batch of populationBatches({ region: 152923, count: 300_000, seed: 9, on: on2026 })) {
      for (let person = 0; person < batch.persons.count; person++) seen.add(residentIdAt(batch, person))
    }
    expect(seen.size).toBe(300_000)
  })
})

describe('the seed', () => {
  it('makes the same people again, and another seed others', () => {
    fc.assert(
      fc.property(options, (given) => {
        const hash = hashOf(populationBatches(given))
        expect(hashOf(populationBatches(given))).toBe(hash)
        if (given.count > 50)
          expect(hashOf(populationBatches({ ...given, seed: given.seed - 1 < 0 ? 1 : given.seed - 1 }))).not.toBe(hash)
      }),
      { numRuns: 12 },
    )
  })

  it('makes these people on every machine', () => {
    expect(hashOf(populationBatches({ region: 421202, count: 5000, seed: 1, on: on2026 }))).toBe(3293505267)
    expect(hashOf(populationBatches({ region: 630000, count: 5000, seed: 2026, on: censusDay }))).toBe(1395867551)
  })

  it('rests on arithmetic that is the same on every machine', () => {
    const folder = import.meta.dirname
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /(?<!\.test)\.ts$/.test(name),
    )
    expect(sources.length).toBeGreaterThan(40)
    for (const name of sources) {
      const inexact = /Math\.(?:exp|log|pow|sin|cos|tan|atan|cbrt|hypot|random)|\*\*|\bDate\b/.exec(
        readFileSync(join(folder, name), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, ''),
      )
      expect(inexact?.[0], name).toBeUndefined()
    }
  })

  it('does not mind in which order counties are made', () => {
    const given: PopulationOptions = { region: 630000, count: 20_000, seed: 3, on: on2026 }
    const parts = populationParts(given)
    const inOrder = parts.map((part) => hashOf(countyBatches(part)))
    const reversed = [...parts].reverse().map((part) => hashOf(countyBatches(part)))
    expect(reversed.reverse()).toEqual(inOrder)
    expect(new Set(inOrder).size).toBe(parts.length)
  })
})

describe('what is asked wrongly', () => {
  const asked = { region: 421202, count: 10, seed: 1, on: on2026 }

  it('is refused with a code and in plain words', () => {
    const wrong: readonly (readonly [Partial<PopulationOptions>, string])[] = [
      [{ region: 510104 }, 'no-census'],
      [{ region: 999999 }, 'no-census'],
      [{ count: -1 }, 'wrong-count'],
      [{ count: 1.5 }, 'wrong-count'],
      [{ count: Number.NaN }, 'wrong-count'],
      [{ seed: -1 }, 'wrong-seed'],
      [{ on: censusDay - 1 }, 'wrong-day'],
      [{ on: lastDay + 1 }, 'wrong-day'],
      [{ census: new Map() }, 'no-census'],
    ]
    for (const [change, code] of wrong) expect(() => populationParts({ ...asked, ...change })).toThrow(code)
    expect(() => populationParts({ ...asked, region: 510104 })).toThrow('510104')
  })

  it('finds nobody where nobody lived, and no room for more than identity numbers reach', () => {
    const base = carriedCensus().get(152923)
    if (base === undefined) throw new Error('carried')
    const empty = { ...base, male: base.male.map(() => 0), female: base.female.map(() => 0) }
    const census = new Map([[base.code, empty]])
    expect(() => populationParts({ ...asked, region: base.code, census })).toThrow('no-people')
    const many = populationBatches({ ...asked, region: 152923, count: 20_000_000 })
    expect(() => many.next()).toThrow('too-many-persons')
  })

  it('makes nobody when nobody is wanted', () => {
    expect([...populationBatches({ ...asked, count: 0 })]).toEqual([])
  })
})
