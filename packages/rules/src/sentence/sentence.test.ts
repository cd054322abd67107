import { describe, expect, test } from 'vitest'
import { familyDictionary, parsed } from '../testing/family.ts'
import { RandomExpressions } from '../testing/random-expression.ts'
import { Random } from '../testing/random.ts'
import { testDictionary } from '../testing/test-dictionary.ts'
import { parseExpression } from '../parse-expression.ts'
import { sentence } from './sentence.ts'

describe('what a rule says, of a child', () => {
  test.each([
    ['ageInYears(child.birthDate, on) < 3', '孩子未满 3 周岁', 'the child is under 3'],
    ['ageInYears(child.birthDate, on) >= 3', '孩子已满 3 周岁', 'the child is 3 or older'],
    ['not(ageInYears(child.birthDate, on) < 3)', '孩子已满 3 周岁', 'the child is 3 or older'],
    ['3 > ageInYears(child.birthDate, on)', '孩子未满 3 周岁', 'the child is under 3'],
    ['ageInMonths(child.birthDate, on) < 36', '孩子未满 36 个月', 'the child is under 36 months old'],
    ['ageInYears(child.birthDate, on) < ageLimit', '孩子未满年龄上限周岁', 'the child is under age limit'],
    [
      'ageInYears(child.birthDate, on) in ([3..6))',
      '孩子已满 3 周岁、未满 6 周岁',
      'the child is at least 3 and under 6 years old',
    ],
    [
      'ageInYears(mother.birthDate, child.birthDate) >= 35',
      '在孩子出生时母亲已满 35 周岁',
      'the mother is 35 or older when the child is born',
    ],
    ['child.birthDate <= on', '孩子已出生', 'the child has been born'],
    ['on < addDays(child.birthDate, 90)', '未到孩子出生后 90 天', "it is before 90 days after the child's birth"],
    [
      'if child.nursery.filed then within(child.nursery.region, here) else false',
      '托育机构已登记备案，且托育机构在本地',
      'the nursery is registered and filed and the nursery is in this place',
    ],
    ['on < child.birthDate', '孩子尚未出生', 'the child is not yet born'],
    [
      'child.birthDate >= date("2025-01-01")',
      '孩子出生日期不早于 2025 年 1 月 1 日',
      "the child's date of birth is on or after 1 January 2025",
    ],
    ['on < addYears(child.birthDate, 3)', '未到孩子满 3 周岁之日', 'it is before the day the child turns 3'],
    ['child.birthOrder >= 2', '孩次至少为 2', 'birth order is at least 2'],
    ['child.nursery.enrolled', '孩子已入托', 'the child attends a nursery'],
    ['not(child.nursery.enrolled)', '孩子未入托', 'the child does not attend a nursery'],
    ['child.nursery.enrolled = false', '孩子未入托', 'the child does not attend a nursery'],
    ['not(child.nursery.filed)', '托育机构未登记备案', 'the nursery is not registered and filed'],
    ['within(child.nursery.region, here)', '托育机构在本地', 'the nursery is in this place'],
    ['not(within(child.nursery.region, 420000))', '托育机构不在 420000', 'the nursery is not in 420000'],
    [
      'child.nursery.enrolled and child.nursery.filed and within(child.nursery.region, here)',
      '孩子已入托，托育机构已登记备案，且托育机构在本地',
      'the child attends a nursery, the nursery is registered and filed and the nursery is in this place',
    ],
    [
      '(child.nursery.enrolled or child.nursery.filed) and child.birthOrder = 2',
      '（孩子已入托，或托育机构已登记备案），且孩次是 2',
      '(the child attends a nursery or the nursery is registered and filed) and birth order is 2',
    ],
    ['child.birthOrder in (1, 2, 3)', '孩次是 1、2 或 3', 'birth order is 1, 2 or 3'],
    ['child.birthOrder between 2 and 4', '孩次在 2 至 4 之间', 'birth order is between 2 and 4'],
  ])('%s', (text, zh, en) => {
    expect(sentence(parsed(text, 'children'), familyDictionary)).toEqual({ zh, en })
  })
})

describe('what a rule says, of the household', () => {
  test.each([
    ['within(户籍地, here)', '户籍在本地', 'household registration is in this place'],
    ['not(household.lowIncome)', '未经认定的低收入人口', 'not recognised low-income household'],
    ['mother.delivery = "caesarean"', '分娩方式是剖宫产', 'kind of delivery is caesarean'],
    [
      'mother.delivery in ("caesarean", "difficult")',
      '分娩方式是剖宫产或难产',
      'kind of delivery is caesarean or difficult birth',
    ],
    [
      'some child in children satisfies child.birthOrder >= 2',
      '至少有一个孩子符合“孩次至少为 2”',
      'for at least one child, birth order is at least 2',
    ],
    [
      'not(some child in children satisfies child.nursery.enrolled)',
      '没有任何孩子符合“孩子已入托”',
      'for no child, the child attends a nursery',
    ],
    ['count(children) >= 2', '孩子至少有 2 个', 'there are at least 2 children'],
    [
      'count(children[child.nursery.enrolled]) = 1',
      '符合“孩子已入托”的孩子有 1 个',
      'there are exactly 1 children for whom the child attends a nursery',
    ],
    [
      'min(home.fundLoanLimit * 1.5, home.contractPrice * 0.8)',
      '公积金贷款限额的 1.5 倍和购房合同总价款的 80% 中较小的',
      'the smaller of 1.5 times provident-fund loan limit and 80% of contract price of the home',
    ],
    [
      '98 + (if household.lowIncome then 60 else 90)',
      '98 加（如果经认定的低收入人口，为 60；否则为 90）',
      '98 plus (60 if recognised low-income household, otherwise 90)',
    ],
    [
      'if household.lowIncome then nurseryAid else 0',
      '如果经认定的低收入人口，为入托补贴标准；否则为 0 元',
      'nursery aid if recognised low-income household, otherwise 0 yuan',
    ],
    [
      'round half up(household.rooms * share, 0)',
      '（房间数乘以比例）四舍五入取整数',
      '(number of rooms times the share) rounded half up to a whole number',
    ],
    ['sum(children.fee)', '孩子的保教费合计', 'the sum of fee over the children'],
    ['addDays(mother.birthDate, -7)', '母亲出生前 7 天', "7 days before the mother's birth"],
  ])('%s', (text, zh, en) => {
    expect(sentence(parsed(text), familyDictionary)).toEqual({ zh, en })
  })
})

test('any rule has words in both languages, the same each time', () => {
  const random = new Random(7)
  const expressions = new RandomExpressions(random, testDictionary)
  for (let count = 0; count < 1500; count++) {
    const { expr } = parseExpression(expressions.any({ row: null }, 4), testDictionary)
    if (expr === null) continue
    const { zh, en } = sentence(expr, testDictionary)
    expect(zh.length > 0 && en.length > 0).toBe(true)
    expect(`${zh}${en}`).not.toMatch(/undefined|null|NaN|\[object/)
    expect(sentence(expr, testDictionary)).toEqual({ zh, en })
  }
})
