import { describe, expect, test } from 'vitest'
import { ask, askOne } from './testing/ask.ts'
import { both, makePlace } from './testing/make-place.ts'
import { samplePlace as place } from './testing/sample-place.ts'

const nursery = { enrolled: true, filed: true, region: 421_202 }
const secondChild = { birthDate: '2024-05-01', birthOrder: 2, nursery }

describe('an answer', () => {
  test('says what, from when to when, why, and by which clause', () => {
    const answer = askOne(place, { children: [secondChild] }, { id: 'nursery-enrolment-aid', on: '2025-03-01' })
    expect(answer).toMatchObject({
      status: 'eligible',
      amount: 500,
      amountFen: 50_000,
      per: 'semester',
      unit: 'CNY',
      from: '2024-05-01',
      to: '2026-01-01',
      lastDay: '2025-12-31',
      missing: [],
    })
    expect(answer.reason.zh).toBe(
      '可以领：每学期 500 元。因为这是第二个或以后的孩子，孩子未满 3 周岁，所在托育机构已备案。依据：《试验区实施方案》二（三）7。',
    )
    expect(answer.why?.zh).toBe('因为这是第二个或以后的孩子，孩子未满 3 周岁，所在托育机构已备案。')
    expect(answer.reason.en).toBe(
      'You can claim 500 yuan a semester. This is because this is a second or later child; the child is under 3; the nursery is filed. Source: 《试验区实施方案》 二（三）7.',
    )
    expect(answer.periods.map(({ from, to, status, amount }) => [from, to, status, amount])).toEqual([
      [null, '2024-05-01', 'ineligible', null],
      ['2024-05-01', '2026-01-01', 'eligible', 500],
      ['2026-01-01', '2027-05-01', 'eligible', 600],
      ['2027-05-01', null, 'ineligible', null],
    ])
  })

  test('before its time says from when, after its time says until when', () => {
    const input = { children: [secondChild] }
    const before = askOne(place, input, { id: 'nursery-enrolment-aid', on: '2024-04-30' })
    expect(before.status).toBe('ineligible')
    expect(before.reason.zh).toContain('现在还不符合：孩子不在 3 周岁以下。从 2024年5月1日 起可以领：每学期 500 元。')
    expect(before.why?.zh).toBe('现在还不符合：孩子不在 3 周岁以下。从 2024年5月1日 起可以领：每学期 500 元。')
    const after = askOne(place, input, { id: 'nursery-enrolment-aid', on: '2027-05-01' })
    expect(after.reason.zh).toContain('不符合：孩子不在 3 周岁以下。在 2027年5月1日 之前每学期 600 元。')
    expect(after.reason.en).toContain('Before 1 May 2027 it was 600 yuan a semester.')
  })

  test('the last day before the third birthday still counts, also for a child of 29 February', () => {
    const child = { ...secondChild, birthDate: '2024-02-29' }
    const on = (text: string) => askOne(place, { children: [child] }, { id: 'nursery-enrolment-aid', on: text }).status
    expect(on('2027-02-28')).toBe('eligible')
    expect(on('2027-03-01')).toBe('ineligible')
  })

  test('a rule not yet in force on its day says so', () => {
    const answer = askOne(
      place,
      { children: [{ birthDate: '2023-12-01' }] },
      { id: 'childcare-subsidy', on: '2024-12-31' },
    )
    expect(answer.reason.zh).toContain('这项政策从 2025年1月1日 起才施行')
    expect(answer.reason.zh).toContain('从 2025年1月1日 起可以领：每年 3,600 元')
  })

  test('an age limit that is itself dated ends on the right day', () => {
    const answer = askOne(
      place,
      { children: [{ birthDate: '2024-01-01' }] },
      { id: 'childcare-subsidy', on: '2025-06-01' },
    )
    // Three until the end of 2026, four from 2027 on: the third birthday on the very day of the change does not end it.
    expect(answer.to).toBe('2028-01-01')
    const older = askOne(
      place,
      { children: [{ birthDate: '2023-12-01' }] },
      { id: 'childcare-subsidy', on: '2025-06-01' },
    )
    expect(older.periods.map(({ from, status }) => [from, status])).toEqual([
      [null, 'ineligible'],
      ['2025-01-01', 'eligible'],
      ['2026-12-01', 'ineligible'],
      ['2027-01-01', 'eligible'],
      ['2027-12-01', 'ineligible'],
    ])
  })

  test('a dated value is that of the day judged on', () => {
    const input = { children: [{ birthDate: '2021-06-01' }] }
    expect(askOne(place, input, { id: 'tax-deduction', on: '2022-12-31' }).amount).toBe(1000)
    expect(askOne(place, input, { id: 'tax-deduction', on: '2023-01-01' }).amount).toBe(2000)
  })

  test('an allowance by age grows on the birthday', () => {
    const amountOn = (on: string) =>
      askOne(place, { members: [{ birthDate: '1955-03-02' }] }, { id: 'nursing-allowance', on })
    expect(amountOn('2015-03-01').status).toBe('ineligible')
    expect(amountOn('2025-03-01')).toMatchObject({ amount: 300, to: '2025-03-02' })
    expect(amountOn('2026-03-02')).toMatchObject({ amount: 400, from: '2025-03-02', to: '2035-03-02' })
    expect(amountOn('2026-03-02').amountText).toEqual(both('每月 400 元', '400 yuan a month'))
  })

  test('a capped amount takes the smaller, to the fen, and is said to be a limit', () => {
    const children = [{ birthDate: '2024-05-01' }, { birthDate: '2020-05-01' }]
    const loan = (home: object) => askOne(place, { children, home }, { id: 'housing-loan-limit', on: '2026-01-01' })
    expect(loan({ fundLoanLimit: 500_000, contractPrice: 1_000_000 })).toMatchObject({
      amount: 750_000,
      comparator: 'at-most',
    })
    expect(loan({ fundLoanLimit: 500_000, contractPrice: 800_000.01 }).amountFen).toBe(64_000_001)
    expect(loan({ fundLoanLimit: 500_000, contractPrice: 800_000 }).amountText.zh).toBe('最高 640,000 元')
  })
})

describe('what is not known', () => {
  test('makes the answer incomplete, never no, and is named with its row', () => {
    const answer = askOne(
      place,
      { children: [{}, { birthOrder: 2, birthDate: '2024-05-01' }] },
      {
        id: 'nursery-enrolment-aid',
        on: '2025-03-01',
        row: 1,
      },
    )
    expect(answer.status).toBe('incomplete')
    expect(answer.missing.map(({ fact, index }) => [fact, index])).toEqual([
      ['child.nursery.enrolled', 1],
      ['child.nursery.filed', 1],
      ['child.nursery.region', 1],
    ])
    expect(answer.reason.zh).toContain('还不能确定：缺 3 项资料，第 2 个孩子是否已入托')
  })

  test('one missing fact is asked for as the plan of words says', () => {
    const answer = askOne(place, { children: [{}] }, { id: 'tax-deduction', on: '2025-03-01' })
    expect(answer.reason.zh).toContain('还不能确定：缺一项资料，孩子的出生日期。')
    expect(answer.missing[0]?.question.zh).toBe('孩子的出生日期？')
    expect(answer.amountText.zh).toBe('金额待定')
  })

  test('a failing condition decides whatever else is missing', () => {
    const answer = askOne(place, { children: [{ birthOrder: 1 }] }, { id: 'nursery-enrolment-aid', on: '2025-03-01' })
    expect(answer.status).toBe('ineligible')
    expect(answer.missing).toEqual([])
    expect(answer.conditions.map(({ status }) => status)).toEqual(['fails', 'unknown', 'unknown'])
  })

  test('the amount’s facts matter too, and through derived facts', () => {
    const input = { mother: { employed: true }, children: [{ birthDate: '2025-05-01' }] }
    const answer = askOne(place, input, { id: 'maternity-allowance', on: '2025-06-01' })
    expect(answer.missing.map(({ fact }) => fact).sort()).toEqual(['child.delivery', 'mother.employerMonthlyWage'])
    expect(answer.reason.zh).toContain('条件都符合，数额还算不出')
    const known = askOne(
      place,
      {
        mother: { employed: true, employerMonthlyWage: 6543.21 },
        children: [{ birthDate: '2025-05-01', delivery: 'natural' }],
      },
      { id: 'maternity-allowance', on: '2025-06-01' },
    )
    // 6543.21 / 30 × 158 = 34460.906
    expect(known.amountFen).toBe(3_446_091)
  })

  test('a day the rules are judged on that is not known leaves everything open', () => {
    const judged = makePlace({
      facts: { 'child.birthDate': { type: 'date' } },
      parameters: { aid: { type: 'money', values: [['2024-01-01', 1000]] } },
      benefits: [
        { id: 'aid', judgedOn: 'child.birthDate', inForce: { from: '2024-01-01', to: null }, amount: { value: 'aid' } },
      ],
    })
    expect(askOne(judged, {}, { id: 'aid', on: '2025-01-01' })).toMatchObject({
      status: 'incomplete',
      missing: [{ fact: 'child.birthDate', index: 0 }],
    })
    expect(askOne(judged, { children: [{ birthDate: '2023-12-31' }] }, { id: 'aid', on: '2025-01-01' }).status).toBe(
      'ineligible',
    )
    expect(askOne(judged, { children: [{ birthDate: '2024-01-01' }] }, { id: 'aid', on: '2023-01-01' }).status).toBe(
      'eligible',
    )
  })

  test('a standard not set for the day judged on is no missing fact', () => {
    const early = makePlace({
      facts: {},
      parameters: { aid: { type: 'money', values: [['2024-01-01', 1000]] } },
      benefits: [{ id: 'aid', subject: 'household', amount: { value: 'aid' } }],
    })
    const answer = askOne(early, {}, { id: 'aid', on: '2023-01-01' })
    expect(answer.status).toBe('ineligible')
    expect(answer.reason.zh).toContain('标准没有公布')
  })
})

describe('whom it is for', () => {
  test('each child gets its own answer; a benefit once for a birth only the first of twins', () => {
    const twins = [secondChild, { ...secondChild, birthOrder: 3 }, { ...secondChild, birthDate: '2025-09-01' }]
    const answers = ask(place, { children: twins, mother: { employed: true } }, '2025-10-01')
    const rowsOf = (id: string) => answers.filter((answer) => answer.id === id).map(({ subject }) => subject.index)
    expect(rowsOf('nursery-enrolment-aid')).toEqual([0, 1, 2])
    expect(rowsOf('maternity-allowance')).toEqual([0, 2])
    expect(answers.find(({ subject }) => subject.index === 1)?.subject.label).toEqual(both('第 2 个孩子', 'child 2'))
  })

  test('no children said is not the same as nobody having said', () => {
    expect(askOne(place, {}, { id: 'tax-deduction', on: '2025-01-01' })).toMatchObject({
      status: 'incomplete',
      subject: { index: 0 },
    })
    const none = askOne(place, { children: [] }, { id: 'tax-deduction', on: '2025-01-01' })
    expect(none).toMatchObject({ status: 'ineligible', subject: { index: null } })
    expect(none.reason.zh).toContain('没有填写孩子')
  })
})

describe('how sure and how binding', () => {
  const kinds = makePlace({
    facts: {},
    benefits: [
      {
        id: 'wish',
        subject: 'household',
        kind: 'leave',
        force: 'encouraged',
        amount: { value: '15', unit: 'day', per: 'year' },
      },
      {
        id: 'consent',
        subject: 'household',
        kind: 'leave',
        force: 'by-consent',
        amount: { value: '1', to: '3', unit: 'month', comparator: 'range' },
      },
      { id: 'unsure', subject: 'household', confidence: 'unconfirmed', amount: { value: '0' } },
      { id: 'first', subject: 'household', kind: 'priority' },
    ],
  })
  const reasonOf = (id: string) => askOne(kinds, {}, { id, on: '2025-01-01' }).reason

  test('encouraged is not entitled, and is said', () => {
    expect(reasonOf('wish').zh).toContain('条件符合，但这是鼓励做的，不是一定要给的：每年 15 天。')
    expect(reasonOf('consent').en).toContain('this needs the employer’s consent and is not a right: 1 to 3 months.')
  })

  test('what has not been confirmed carries that mark', () => {
    expect(reasonOf('unsure').zh).toContain('这项还没有核实，以当地答复为准。')
    expect(askOne(kinds, {}, { id: 'unsure', on: '2025-01-01' }).source.confidence).toBe('unconfirmed')
  })

  test('a promise without an amount is said as what it is', () => {
    expect(reasonOf('first').zh).toBe('可以优先。依据：《试验区实施方案》二（三）7。')
  })
})

test('answers are plain JSON', () => {
  const answers = ask(place, { children: [secondChild], members: [{ birthDate: '1955-03-02' }] }, '2026-03-02')
  expect(JSON.parse(JSON.stringify(answers))).toEqual(answers)
})
