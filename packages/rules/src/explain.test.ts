import { dayNumberOf } from '@junheng/kernel'
import { expect, test } from 'vitest'
import { explain } from './explain.ts'
import { familyDictionary, familyEnvironment, parsed } from './testing/family.ts'

const on = dayNumberOf(2024, 3, 1)
const children = [
  {
    'child.birthDate': dayNumberOf(2022, 5, 1),
    'child.birthOrder': 2,
    'child.nursery.enrolled': false,
    'child.fee': 100,
  },
  {
    'child.birthDate': dayNumberOf(2018, 5, 1),
    'child.birthOrder': 1,
    'child.nursery.enrolled': true,
    'child.fee': 300,
  },
]

test('every condition shows with its value, its words and the facts it read', () => {
  const expr = parsed('child.nursery.enrolled and ageInYears(child.birthDate, on) < 3', 'children')
  const tree = explain(expr, familyEnvironment({ children, child: 0, on }), familyDictionary)
  expect(tree).toMatchObject({
    kind: 'binary',
    text: 'child.nursery.enrolled and ageInYears(child.birthDate, on) < 3',
    sentence: { zh: '孩子已入托，且孩子未满 3 周岁', en: 'the child attends a nursery and the child is under 3' },
    value: false,
    shown: { zh: '否', en: 'no' },
  })
  expect(tree.children.map(({ text, value }) => [text, value])).toEqual([
    ['child.nursery.enrolled', false],
    ['ageInYears(child.birthDate, on) < 3', true],
  ])
  expect(tree.facts).toEqual([
    {
      name: 'child.nursery.enrolled',
      row: 0,
      label: { zh: '已入托', en: 'attends a nursery' },
      value: false,
      shown: { zh: '否', en: 'no' },
    },
    {
      name: 'child.birthDate',
      row: 0,
      label: { zh: '出生日期', en: 'date of birth' },
      value: dayNumberOf(2022, 5, 1),
      shown: { zh: '2022 年 5 月 1 日', en: '1 May 2022' },
    },
  ])
})

test('a quantifier and a sum are explained row by row', () => {
  const env = familyEnvironment({ children, on })
  const some = explain(parsed('some child in children satisfies child.birthOrder = 1'), env, familyDictionary)
  expect(some.children.map(({ row, value }) => [row?.index, value])).toEqual([
    [0, false],
    [1, true],
  ])
  const sum = explain(parsed('sum(children[child.nursery.enrolled].fee)'), env, familyDictionary)
  expect(sum.shown.zh).toBe('3 元')
  expect(sum.facts.map(({ name, row }) => [name, row])).toEqual([
    ['child.nursery.enrolled', 0],
    ['child.nursery.enrolled', 1],
    ['child.fee', 1],
  ])
})

test('a missing fact shows as not given, and a derived fact opens to its definition', () => {
  const derived = { 'child.minor': parsed('ageInYears(child.birthDate, on) < 18', 'children') }
  const env = familyEnvironment({ children: [{}], child: 0, derived, on })
  const tree = explain(parsed('child.minor', 'children'), env, familyDictionary)
  expect(tree.value).toBeNull()
  expect(tree.shown).toEqual({ zh: '未填', en: 'not given' })
  expect(tree.facts.map(({ name }) => name)).toEqual(['child.minor', 'child.birthDate'])
})

test('regions show by name where names are known', () => {
  const env = familyEnvironment({ facts: { 'household.registrationRegion': 421_202 } })
  const regionName = () => ({ zh: '湖北省 咸宁市 咸安区', en: "Xian'an" })
  const tree = explain(parsed('within(户籍地, here)'), env, familyDictionary, { regionName })
  expect(tree.facts[0]?.shown.zh).toBe('湖北省 咸宁市 咸安区')
  expect(tree.sentence).toEqual({ zh: '户籍在本地', en: 'household registration is in this place' })
})
