import { describe, expect, it } from 'vitest'
import { buildSituation, type BuiltSituation } from './build-situation.ts'
import { nobodyKnown, type KnownBirth, type KnownFamily, type KnownPerson } from './known-family.ts'

const child = 'c2'
const person = (id: string, birthDate: string, changes: Partial<KnownPerson> = {}): KnownPerson => ({
  id,
  name: '王二二',
  sex: 'female',
  birthDate,
  deathDate: null,
  movedOn: null,
  township: '421202001',
  village: null,
  ...changes,
})
const family: KnownFamily = {
  ...nobodyKnown,
  subject: person(child, '2026-11-20'),
  mother: person('m', '1994-03-02'),
  children: [
    { id: 'c1', birthDate: '2021-05-06' },
    { id: child, birthDate: '2026-11-20' },
  ],
}
const birth: KnownBirth = {
  caseId: 'b',
  facts: { 'child.birthDate': '2026-11-20', 'child.origin': 'in-institution', 'child.foreignParents': 'none' },
  bornHere: true,
  registeredHere: false,
  stops: [],
  mother: 'm',
  father: null,
}

function build(changes: Partial<Parameters<typeof buildSituation>[0]> = {}): BuiltSituation {
  const claimable = { benefit: { subject: 'child' }, table: 'children' } as const
  return buildSituation({
    claimable,
    subject: child,
    region: '421202',
    family,
    birth: undefined,
    stated: {},
    ...changes,
  })
}

const values = ({ facts }: BuiltSituation) =>
  Object.fromEntries(Object.entries(facts).map(([name, { value }]) => [name, value]))

describe('the situation of a claim', () => {
  it('has the children of the mother by age, and the order of the child among them', () => {
    const { input, index } = build()
    expect(index).toBe(1)
    expect(input['children']).toEqual([
      { birthDate: '2021-05-06', birthOrder: 1 },
      { birthDate: '2026-11-20', birthOrder: 2 },
    ])
    expect(input['mother']).toEqual({ birthDate: '1994-03-02' })
  })

  it('leaves the order out where a birth is not known whole: another county’s child, a birth without a child, twins, no mother', () => {
    const order = (changes: Partial<KnownFamily>) =>
      values(build({ family: { ...family, ...changes } }))['child.birthOrder']
    expect(order({ children: [...(family.children ?? []), { id: 'far', birthDate: null }] })).toBeUndefined()
    expect(order({ otherBirths: 1 })).toBeUndefined()
    expect(order({ children: [{ id: 'c1', birthDate: '2026-11-20' }] })).toBeUndefined()
    expect(order({ children: null, mother: null })).toBeUndefined()
    expect(order({})).toBe(2)
  })

  it('knows the place of a birth only where a hospital of this county told of it', () => {
    expect(values(build({ birth }))).toMatchObject({
      'child.deliveredInInstitution': true,
      'child.deliveryRegion': 421202,
      'child.chineseNational': true,
    })
    const told = values(build({ birth: { ...birth, bornHere: false } }))
    expect(told['child.deliveredInInstitution']).toBe(true)
    expect(told['child.deliveryRegion']).toBeUndefined()
  })

  it('knows nationality only of a child born here with a Chinese parent, and the registration only once it is done', () => {
    const of = (facts: KnownBirth['facts'], changes: Partial<KnownBirth> = {}) =>
      values(build({ birth: { ...birth, facts, ...changes } }))
    const { 'child.foreignParents': _, ...noParents } = birth.facts
    expect(of(noParents)['child.chineseNational']).toBeUndefined()
    expect(of({ ...birth.facts, 'child.foreignParents': 'both' })['child.chineseNational']).toBeUndefined()
    expect(of({ ...birth.facts, 'child.origin': 'foundling' })['child.chineseNational']).toBeUndefined()
    expect(of({ ...birth.facts, 'child.origin': 'adopted' })).toMatchObject({ 'child.adopted': true })
    expect(of(birth.facts)['child.registrationRegion']).toBeUndefined()
    expect(of(birth.facts, { registeredHere: true })['child.registrationRegion']).toBe(421202)
  })

  it('knows a newborn that the register does not have from the case of its birth alone', () => {
    const { input, index } = build({ birth, family: { ...nobodyKnown } })
    expect(index).toBe(0)
    expect(input['children']).toEqual([
      { birthDate: '2026-11-20', deliveredInInstitution: true, deliveryRegion: 421202, chineseNational: true },
    ])
    expect(input['mother']).toBeUndefined()
  })

  it('takes what is stated for gaps, refuses what contradicts, and lets an order be higher than this register knows', () => {
    expect(values(build({ stated: { 'child.nursery.enrolled': true } }))).toMatchObject({
      'child.nursery.enrolled': true,
    })
    expect(build({ stated: { 'child.nursery.enrolled': true } }).input['children']).toMatchObject([
      {},
      { nursery: { enrolled: true } },
    ])
    expect(values(build({ stated: { 'child.birthOrder': 3 } }))['child.birthOrder']).toBe(3)
    const lower = build({ stated: { 'child.birthOrder': 1, 'child.birthDate': '2026-11-20' } })
    expect(lower.problems.map(({ path, code }) => [path, code])).toEqual([
      ['facts.child.birthOrder', 'contradicts-what-is-known'],
    ])
  })

  it('ends by the first death or move that anybody tells of', () => {
    const stops = build({
      birth: { ...birth, stops: [{ kind: 'moved-away', on: '2026-11-22' }] },
      family: { ...family, subject: person(child, '2026-11-20', { deathDate: '2026-12-01', movedOn: '2026-11-25' }) },
    }).stops
    expect(stops).toEqual([
      { kind: 'death', on: '2026-12-01' },
      { kind: 'moved-away', on: '2026-11-22' },
    ])
  })

  it('knows of a member of the household their day of birth, and of a woman that it is hers', () => {
    const claimable = { benefit: { subject: 'member' }, table: 'members' } as const
    const own = (sex: string) =>
      build({ claimable, subject: 'm', family: { ...nobodyKnown, subject: person('m', '1960-01-02', { sex }) } })
    expect(own('female').input).toEqual({ members: [{ birthDate: '1960-01-02', womanBirthDate: '1960-01-02' }] })
    expect(own('male').input).toEqual({ members: [{ birthDate: '1960-01-02' }] })
    expect(own('male').index).toBe(0)
  })
})
