import { ageInYears, dayNumberOf, toDayNumber } from '@junheng/kernel'
import { describe, expect, it } from 'vitest'
import { populationHouseholds, type SynthHousehold } from '../household.ts'
import { familyOf } from './family-of.ts'
import { situationOf } from './situation-of.ts'

const on = dayNumberOf(2026, 1, 1)
const households: readonly SynthHousehold[] = [
  ...populationHouseholds({ region: 630000, count: 12_000, seed: 2, on }),
  ...populationHouseholds({ region: 152900, count: 4000, seed: 2, on }),
]

interface Read {
  readonly household: Readonly<Record<string, unknown>>
  readonly mother?: Readonly<Record<string, unknown>>
  readonly father?: Readonly<Record<string, unknown>>
  readonly children: readonly Readonly<Record<string, unknown>>[]
  readonly members: readonly Readonly<Record<string, unknown>>[]
}

const read = (household: SynthHousehold) => situationOf(household) as unknown as Read
const ofKind = (kind: string) => households.filter((household) => household.kind === kind)

describe('a household spelt out', () => {
  it('names its head first and everybody by an id of his own', () => {
    const ids = new Set<string>()
    for (const { members, id } of households) {
      expect(members[0]?.relation).toBe('head')
      for (const member of members) {
        expect(member.household).toBe(id)
        expect(ids.has(member.id)).toBe(false)
        ids.add(member.id)
      }
    }
    expect(ids.size).toBe(16_000)
  })

  it('lets children have the father’s surname', () => {
    let [same, all] = [0, 0]
    for (const { members } of households) {
      for (const child of members) {
        const father = members.find(({ id }) => id === child.father)
        if (father === undefined || child.ethnicity !== '汉族') continue
        all++
        if (child.name[0] === father.name[0]) same++
      }
    }
    expect(all).toBeGreaterThan(1000)
    expect(same).toBe(all)
  })

  it('has an address in its county and no telephone for small children', () => {
    for (const { members, address, region, urban } of households.slice(0, 500)) {
      expect(address).toMatch(region < 160_000 ? /^内蒙古自治区阿拉善盟/ : /^青海省/)
      expect(address.includes('社区')).toBe(urban)
      for (const { phone, birthDate } of members) {
        if (ageInYears(toDayNumber(birthDate), on) < 13) expect(phone).toBeNull()
        else if (phone !== null) expect(phone).toMatch(/^000\d{8}$/)
      }
    }
  })
})

describe('situationOf', () => {
  it('is the same each time it is asked', () => {
    for (const household of households.slice(0, 200)) expect(situationOf(household)).toEqual(situationOf(household))
  })

  it('lists all children of the mother, also those elsewhere and one to come, in the order of birth', () => {
    let expecting = 0
    for (const household of ofKind('couple-with-children')) {
      const { mother } = familyOf(household)
      const { children } = read(household)
      const dead = household.childrenElsewhere.filter(({ mother: id, alive }) => id === mother?.id && !alive).length
      const due = mother?.dueDate === null || mother === undefined ? 0 : 1
      expecting += due
      if (mother !== undefined) expect(children).toHaveLength((mother.childrenEverBorn ?? 0) - dead + due)
      const births = children.map(({ birthDate }) => String(birthDate))
      expect([...births].sort()).toEqual(births)
      if (dead === 0 && mother !== undefined)
        expect(children.map(({ birthOrder }) => birthOrder)).toEqual(children.map((_, at) => at + 1))
    }
    expect(expecting).toBeGreaterThan(0)
  })

  it('tells of left-behind children their own order and their mother’s birth only', () => {
    for (const household of ofKind('grandparents-with-grandchildren')) {
      const { mother, father, children } = read(household)
      expect(father).toBeUndefined()
      if (familyOf(household).mother !== undefined) continue
      expect(Object.keys(mother ?? {})).toEqual(['birthDate'])
      expect(children.length).toBeGreaterThan(0)
    }
  })

  it('knows one-child and two-daughter families only from before 2016', () => {
    let [one, two] = [0, 0]
    for (const household of households) {
      const { household: facts, children } = read(household)
      if (facts['oneChildBefore2016'] === true) one++
      if (facts['ruralTwoDaughters'] === true) two++
      const late = children.some(
        ({ birthDate }) => String(birthDate) >= '2016-01-01' && String(birthDate) <= '2026-01-01',
      )
      if (late) expect([facts['oneChildBefore2016'], facts['ruralTwoDaughters']]).not.toContain(true)
      if (household.urban) expect(facts['ruralTwoDaughters']).not.toBe(true)
    }
    expect(one).toBeGreaterThan(100)
    expect(two).toBeGreaterThan(5)
  })

  it('never says what is not known: no wage without work, no nursery place that nobody has', () => {
    for (const household of households) {
      const { mother, children } = read(household)
      if (mother?.['employed'] !== true) expect(mother?.['employerMonthlyWage']).toBeUndefined()
      for (const child of children) {
        const nursery = child['nursery'] as { enrolled: boolean; region?: number } | undefined
        if (nursery?.enrolled === false) expect(nursery.region).toBeUndefined()
      }
    }
  })

  it('drops what a place’s dictionary does not name', () => {
    const household = ofKind('couple-with-children')[0]
    if (household === undefined) throw new Error('there are couples with children')
    const place = {
      facts: [{ name: 'child.birthDate' }, { name: 'child.nursery.enrolled' }, { name: 'household.lowIncome' }],
    }
    const known = situationOf(household, place) as unknown as Read
    expect(Object.keys(known.household)).toEqual(['lowIncome'])
    for (const child of known.children) expect(['birthDate', 'birthDate,nursery']).toContain(Object.keys(child).join())
  })
})
