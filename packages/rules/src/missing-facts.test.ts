import { expect, test } from 'vitest'
import { missingFacts } from './missing-facts.ts'
import { familyEnvironment, parsed, type Family } from './testing/family.ts'

function missing(text: string, family: Family = {}): readonly string[] {
  const expr = parsed(text, family.child === undefined ? null : 'children')
  return missingFacts(expr, familyEnvironment(family)).map(({ name, row }) => (row === null ? name : `${name}#${row}`))
}

const children = [{ 'child.nursery.enrolled': true }, { 'child.nursery.enrolled': null, 'child.fee': 100 }]

test.each<[string, readonly string[], Family?]>([
  ['household.lowIncome', ['household.lowIncome']],
  ['household.lowIncome and household.rooms > 1', ['household.lowIncome', 'household.rooms']],
  ['household.lowIncome and false', []],
  ['household.lowIncome and household.rooms > 1', ['household.rooms'], { facts: { 'household.lowIncome': true } }],
  ['household.lowIncome and household.rooms > 1', [], { facts: { 'household.lowIncome': false } }],
  ['true or household.lowIncome', []],
  ['household.rooms + household.rooms > 1', ['household.rooms']],
  ['if household.lowIncome then household.rooms else 0', ['household.lowIncome']],
  [
    'if household.lowIncome then household.rooms else 0',
    ['household.rooms'],
    { facts: { 'household.lowIncome': true } },
  ],
  ['if household.lowIncome then household.rooms else 0', [], { facts: { 'household.lowIncome': false } }],
  ['count(children) > 1', ['children']],
  ['some child in children satisfies child.nursery.enrolled', [], { children }],
  ['every child in children satisfies child.nursery.enrolled', ['child.nursery.enrolled#1'], { children }],
  ['sum(children[child.nursery.enrolled].fee)', ['child.fee#0', 'child.nursery.enrolled#1'], { children }],
  [
    'child.nursery.enrolled and child.birthOrder > 1',
    ['child.nursery.enrolled#1', 'child.birthOrder#1'],
    { children, child: 1 },
  ],
  ['household.rooms > 1 and child.nursery.enrolled', ['household.rooms'], { children, child: 0 }],
  ['household.rooms * share', ['household.rooms']],
])('%s needs %j', (text, names, family) => {
  expect(missing(text, family)).toEqual(names)
})

test('a derived fact is traced to what it is made of, in the same row', () => {
  const derived = { 'child.minor': parsed('ageInYears(child.birthDate, on) < 18', 'children') }
  expect(missing('child.minor', { children: [{}, {}], child: 1, derived })).toEqual(['child.birthDate#1'])
  expect(missing('some child in children satisfies child.minor', { children: [{}, {}], derived })).toEqual([
    'child.birthDate#0',
    'child.birthDate#1',
  ])
})
