import { both, makePlace } from './make-place.ts'

/** A district with one of each kind of promise. */
export const samplePlace = makePlace({
  facts: {
    'household.registrationRegion': { type: 'region', label: both('户籍所在地', 'place of household registration') },
    'household.minorChildren': {
      type: 'number',
      is: 'count(children[ageInYears(child.birthDate, on) < 18 and child.birthDate <= on])',
    },
    'mother.employed': { type: 'boolean', label: both('母亲在单位上班', 'mother is employed') },
    'mother.employerMonthlyWage': {
      type: 'money',
      label: both('单位月平均工资', 'mean monthly wage'),
      unit: 'CNY',
      min: 500,
      max: 200_000,
    },
    'mother.pregnancyLossDate': {
      type: 'date',
      ask: 'volunteer',
      topic: 'loss',
      label: both('流产日期', 'date of the loss'),
    },
    'child.birthDate': {
      type: 'date',
      label: both('出生日期', 'date of birth'),
      question: both('孩子的出生日期？', 'The child’s date of birth?'),
    },
    'child.birthOrder': { type: 'number', label: both('孩次', 'birth order'), min: 1, max: 15 },
    'child.delivery': { type: 'code', label: both('分娩方式', 'kind of delivery') },
    'child.nursery.enrolled': { type: 'boolean', label: both('已入托', 'attends a nursery') },
    'child.nursery.filed': { type: 'boolean', label: both('托育机构已备案', 'the nursery is filed') },
    'child.nursery.region': { type: 'region', label: both('托育机构所在地', 'place of the nursery') },
    'child.leaveDays': { type: 'number', is: 'if child.delivery = "difficult" then 173 else 158' },
    'home.fundLoanLimit': { type: 'money', label: both('公积金贷款规定限额', 'ordinary loan limit'), unit: 'CNY' },
    'home.contractPrice': { type: 'money', label: both('合同总价', 'contract price'), unit: 'CNY' },
    'member.birthDate': {
      type: 'date',
      ask: 'volunteer',
      topic: 'former-policy',
      label: both('出生日期', 'date of birth'),
    },
  },
  parameters: {
    nurseryAid: {
      type: 'money',
      values: [
        ['2023-07-20', 50_000],
        ['2026-01-01', 60_000],
      ],
    },
    childcareSubsidy: { type: 'money', values: [['2025-01-01', 360_000]] },
    deduction: {
      type: 'money',
      values: [
        ['2022-01-01', 100_000],
        ['2023-01-01', 200_000],
      ],
    },
    ageLimit: {
      type: 'number',
      values: [
        ['2020-01-01', 3],
        ['2027-01-01', 4],
      ],
    },
    nursingBase: { type: 'money', values: [['2022-01-01', 30_000]] },
    nursingStep: { type: 'money', values: [['2022-01-01', 10_000]] },
  },
  benefits: [
    {
      id: 'nursery-enrolment-aid',
      label: both('入托补贴', 'Nursery enrolment aid'),
      kind: 'cash-periodic',
      inForce: { from: '2023-07-20', to: null },
      when: {
        'later-child': 'child.birthOrder >= 2',
        'under-three': 'child.birthDate <= on and ageInYears(child.birthDate, on) < 3',
        filed: 'child.nursery.enrolled and child.nursery.filed and within(child.nursery.region, here)',
      },
      says: {
        'later-child': {
          yes: both('这是第二个或以后的孩子', 'this is a second or later child'),
          no: both('这是第一个孩子', 'this is a first child'),
        },
        'under-three': {
          yes: both('孩子未满 3 周岁', 'the child is under 3'),
          no: both('孩子不在 3 周岁以下', 'the child is not under 3'),
        },
        filed: {
          yes: both('所在托育机构已备案', 'the nursery is filed'),
          no: both('没有上已备案的托育机构', 'there is no filed nursery'),
        },
      },
      amount: { value: 'nurseryAid', per: 'semester' },
    },
    {
      id: 'childcare-subsidy',
      kind: 'cash-periodic',
      inForce: { from: '2025-01-01', to: null },
      when: { 'under-limit': 'child.birthDate <= on and ageInYears(child.birthDate, on) < ageLimit' },
      amount: { value: 'childcareSubsidy', per: 'year' },
    },
    {
      id: 'tax-deduction',
      kind: 'tax',
      inForce: { from: '2022-01-01', to: null },
      when: { 'under-three': 'child.birthDate <= on and ageInYears(child.birthDate, on) < 3' },
      amount: { value: 'deduction', per: 'month' },
    },
    {
      id: 'maternity-allowance',
      judgedOn: 'child.birthDate',
      oncePerBirth: true,
      when: { employed: 'mother.employed' },
      from: 'child.birthDate',
      amount: { value: 'mother.employerMonthlyWage / 30 * child.leaveDays', per: 'birth' },
    },
    {
      id: 'housing-loan-limit',
      kind: 'loan',
      subject: 'household',
      when: { 'two-children': 'household.minorChildren >= 2' },
      amount: { value: 'min(home.fundLoanLimit * 1.5, home.contractPrice * 0.8)', comparator: 'at-most', per: 'case' },
    },
    {
      id: 'nursing-allowance',
      subject: 'member',
      kind: 'cash-periodic',
      when: { sixty: 'ageInYears(member.birthDate, on) >= 60' },
      amount: {
        value: 'nursingBase + nursingStep * floor((ageInYears(member.birthDate, on) - 60) / 10)',
        per: 'month',
      },
    },
    {
      id: 'longer-leave',
      kind: 'leave',
      force: 'encouraged',
      when: { employed: 'mother.employed' },
      amount: { value: '1', to: '3', unit: 'month', per: 'birth', comparator: 'range' },
      leave: { order: 90 },
    },
    { id: 'loss-support', kind: 'service', subject: 'mother', when: { lost: 'mother.pregnancyLossDate <= on' } },
  ],
})
