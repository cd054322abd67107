import { describe, expect, test } from 'vitest'
import { formatExpression } from './format-expression.ts'
import { parseExpression, textLimit } from './parse-expression.ts'
import { familyDictionary } from './testing/family.ts'
import type { Type } from './types.ts'

interface Finding {
  readonly code: string
  readonly at: string
  readonly suggestion?: string | undefined
}

/** Code, the very text the span covers, and the suggestion. */
function findings(text: string, row: string | null = null, expect?: Type): readonly Finding[] {
  return parseExpression(text, familyDictionary, { scope: { row }, expect }).diagnostics.map(
    ({ code, span, suggestion }) => ({
      code,
      at: text.slice(span.start, span.end),
      ...(suggestion === undefined ? {} : { suggestion }),
    }),
  )
}

function canonical(text: string, row: string | null = null): string {
  const { expr, diagnostics } = parseExpression(text, familyDictionary, { scope: { row } })
  if (expr === null) throw new Error(`${text}: ${diagnostics.map(({ code }) => code).join(', ')}`)
  return formatExpression(expr)
}

describe('what is read', () => {
  test.each([
    ['1+2*3', '1 + 2 * 3'],
    ['(1+2)*3', '(1 + 2) * 3'],
    ['1-(2-3)', '1 - (2 - 3)'],
    ['1-2-3', '1 - 2 - 3'],
    ['-(household.rooms) * 2', '-household.rooms * 2'],
    ['--household.rooms', '--household.rooms'],
    ['.50', '0.5'],
    ['not(household.lowIncome)', 'not(household.lowIncome)'],
    ['true or false and false', 'true or false and false'],
    ['(true or false) and false', '(true or false) and false'],
    ['household.rooms in ([1..3])', 'household.rooms in ([1..3])'],
    ['household.rooms in (]1..3[)', 'household.rooms in ((1..3))'],
    ['household.rooms in ((1..3])', 'household.rooms in ((1..3])'],
    ['household.rooms in (1, 2,3)', 'household.rooms in (1, 2, 3)'],
    [
      'household.rooms in (1, [3..5], > 9)',
      'household.rooms in (1) or household.rooms in ([3..5]) or household.rooms > 9',
    ],
    ['household.rooms between 1 + 1 and 3', 'household.rooms between 1 + 1 and 3'],
    ['if true then 1 else if false then 2 else 3', 'if true then 1 else if false then 2 else 3'],
    ['1 + (if true then 1 else 2)', '1 + (if true then 1 else 2)'],
    ['round half up(1.25, 1)', 'round half up(1.25, 1)'],
    ['round   half even( 1 , 0 )', 'round half even(1, 0)'],
    ['date("2024-02-29") <= on', 'date("2024-02-29") <= on'],
    ['within(户籍地, 421202)', 'within(household.registrationRegion, 421202)'],
    ['within(户籍地, 000000)', 'within(household.registrationRegion, 000000)'],
    [
      'some child in children satisfies child.nursery.enrolled',
      'some child in children satisfies child.nursery.enrolled',
    ],
    [
      'every child in 子女 satisfies (child.nursery.enrolled and child.nursery.filed)',
      'every child in children satisfies child.nursery.enrolled and child.nursery.filed',
    ],
    ['some child in children satisfies true', 'some row in children satisfies true'],
    ['count(children[孩次 >= 2])', 'count(children[child.birthOrder >= 2])'],
    ['sum(children.fee)', 'sum(children.fee)'],
    ['sum(children[child.nursery.enrolled].nursery.days)', 'sum(children[child.nursery.enrolled].nursery.days)'],
    ['min(home.contractPrice, 0)', 'min(home.contractPrice, 0)'],
    ['if true then nurseryAid else 0', 'if true then nurseryAid else 0'],
    ['if true then null else 5', 'if true then null else 5'],
    ['if true then null else if false then 5 else null', 'if true then null else if false then 5 else null'],
    ['mother.delivery in ("natural", "caesarean")', 'mother.delivery in ("natural", "caesarean")'],
    ['𠮷房数 > 1', 'household.rooms > 1'],
    ['3岁以下人数 > 1', 'household.rooms > 1'],
    ['房·间（数）> 1', 'household.rooms > 1'],
    ['如果 真 那么 1 否则 2', 'if true then 1 else 2'],
    ['home.contractPrice * 0.8', 'home.contractPrice * 0.8'],
    ['home.contractPrice / share', 'home.contractPrice / share'],
  ])('%s', (text, expected) => {
    expect(canonical(text)).toBe(expected)
  })

  test.each([
    [
      '周岁(孩子出生日期, 当日) < 3 且 非(已入托)',
      'ageInYears(child.birthDate, on) < 3 and not(child.nursery.enrolled)',
    ],
    ['count(children) > 1 and child.nursery.enrolled', 'count(children) > 1 and child.nursery.enrolled'],
    ['some member in members satisfies member.poor', 'some member in members satisfies member.poor'],
  ])('for a child: %s', (text, expected) => {
    expect(canonical(text, 'children')).toBe(expected)
  })

  test('a money fact beside the literal 0 makes it money, and a text beside a code makes it a code', () => {
    const { expr } = parseExpression('home.contractPrice > 0 and "natural" = mother.delivery', familyDictionary)
    expect(expr).toMatchObject({
      left: { right: { value: 0, type: { kind: 'money' } } },
      right: { left: { value: 'natural', type: { kind: 'code', list: 'delivery' } } },
    })
  })

  test('a decimal keeps its exact fraction, a negative one too', () => {
    expect(parseExpression('0.80', familyDictionary).expr).toMatchObject({ value: 0.8, exact: [4, 5] })
    expect(parseExpression('-0.35', familyDictionary).expr).toMatchObject({ value: -0.35, exact: [-7, 20] })
    expect(parseExpression('3', familyDictionary).expr).not.toHaveProperty('exact')
  })

  test('spans are offsets into the text as written', () => {
    const text = '孩次 ＞＝ ２ and 已入托'
    const { expr } = parseExpression(text, familyDictionary, { scope: { row: 'children' } })
    if (expr?.kind !== 'binary') throw new Error('expected and')
    expect(text.slice(expr.left.span.start, expr.left.span.end)).toBe('孩次 ＞＝ ２')
    expect(text.slice(expr.right.span.start, expr.right.span.end)).toBe('已入托')
    expect(expr.span).toEqual({ start: 0, end: text.length })
  })
})

describe('full-width and look-alike signs are read with a warning each', () => {
  test.each([
    ['孩次 ＜ 3', ['＜']],
    ['孩次 ＞＝ ２', ['＞＝', '２']],
    ['孩次 ≥ 2', ['≥']],
    ['孩次 ≤ 2', ['≤']],
    ['孩次 ≠ 2', ['≠']],
    ['（孩次 ＋ １）×2 ÷ 4 － 1 = 0', ['（', '＋', '１', '）', '×', '÷', '－']],
    ['孩次 in （1，2）', ['（', '，', '）']],
    ['孩次 in (【1..3】)', ['【', '】']],
    ['孩次 in (1、2)', ['、']],
    ['孩次　> 1', ['　']],
    ['孩次 > １．５', ['１．５']],
    ['孩次 ！＝ 2', ['！＝']],
  ])('%s', (text, signs) => {
    const { expr, diagnostics } = parseExpression(text, familyDictionary, { scope: { row: 'children' } })
    expect(expr).not.toBeNull()
    expect(diagnostics.every(({ code, severity }) => code === 'full-width' && severity === 'warning')).toBe(true)
    expect(diagnostics.map(({ span }) => text.slice(span.start, span.end))).toEqual(signs)
  })

  test.each(['“natural”', '‘natural’', '＂natural＂', '「natural」', "'natural'"])('quotes %s', (quoted) => {
    const { expr, diagnostics } = parseExpression(`mother.delivery = ${quoted}`, familyDictionary)
    expect(expr).toMatchObject({ right: { value: 'natural' } })
    expect(diagnostics.map(({ code }) => code)).toEqual(['full-width'])
  })

  test('a full-width comparison never turns a refusal into a payment: it compares', () => {
    expect(canonical('if 孩次 ＜ 3 then 1 else 0', 'children')).toBe('if child.birthOrder < 3 then 1 else 0')
  })
})

describe('what is refused, where, and what to write instead', () => {
  test.each<[string, string | null, readonly Finding[]]>([
    ['', null, [{ code: 'empty', at: '' }]],
    [
      'child.birthOrdr > 1',
      'children',
      [{ code: 'unknown-name', at: 'child.birthOrdr', suggestion: 'child.birthOrder' }],
    ],
    ['xyzzy > 1', null, [{ code: 'unknown-name', at: 'xyzzy' }]],
    ['foo(1)', null, [{ code: 'unknown-function', at: 'foo' }]],
    ['flor(1.5)', null, [{ code: 'unknown-function', at: 'flor', suggestion: 'floor' }]],
    ['round(1.5, 0)', null, [{ code: 'unknown-function', at: 'round', suggestion: 'round half up' }]],
    ['min', null, [{ code: 'function-without-brackets', at: 'min' }]],
    ['1 < 2 < 3', null, [{ code: 'chained-comparison', at: '<' }]],
    [
      '1 < foo < 3 = 4',
      null,
      [
        { code: 'unknown-name', at: 'foo' },
        { code: 'chained-comparison', at: '<' },

        { code: 'chained-comparison', at: '=' },
      ],
    ],
    ['household.rooms in [1..3]', null, [{ code: 'unparenthesised-range', at: '[1..3]', suggestion: '([a..b])' }]],
    ['household.rooms in (1..3)', null, [{ code: 'unparenthesised-range', at: '(1..3)', suggestion: '((a..b))' }]],
    ['household.rooms in 3', null, [{ code: 'unparenthesised-list', at: '3' }]],
    ['not household.lowIncome', null, [{ code: 'not-needs-brackets', at: 'not', suggestion: 'not(…)' }]],
    ['1 / 0', null, [{ code: 'division-by-zero', at: '0' }]],
    ['1 / household.rooms', null, [{ code: 'division-by-non-constant', at: 'household.rooms' }]],
    ['home.contractPrice > 500', null, [{ code: 'money-literal', at: '500' }]],
    ['home.contractPrice + 500', null, [{ code: 'money-literal', at: '500' }]],
    ['min(home.contractPrice, 500)', null, [{ code: 'money-literal', at: '500' }]],
    [
      'home.contractPrice * home.fundLoanLimit > 0',
      null,
      [{ code: 'type-mismatch', at: 'home.contractPrice * home.fundLoanLimit' }],
    ],
    ['floor(home.contractPrice) = home.contractPrice', null, [{ code: 'money-rounded', at: 'home.contractPrice' }]],
    [
      'household.rooms > date("2024-01-01")',
      null,
      [{ code: 'type-mismatch', at: 'household.rooms > date("2024-01-01")' }],
    ],
    ['mother.birthDate + 1 > on', null, [{ code: 'type-mismatch', at: 'mother.birthDate + 1' }]],
    ['household.lowIncome + 1', null, [{ code: 'type-mismatch', at: 'household.lowIncome + 1' }]],
    ['household.rooms and true', null, [{ code: 'type-mismatch', at: 'household.rooms' }]],
    ['household.rooms = null', null, [{ code: 'null-operand', at: 'null' }]],
    ['household.rooms + null', null, [{ code: 'null-operand', at: 'null' }]],
    ['mother.delivery < "natural"', null, [{ code: 'no-order', at: 'mother.delivery < "natural"' }]],
    ['户籍地 < 421202', null, [{ code: 'no-order', at: '户籍地 < 421202' }]],
    ['mother.delivery = "caesarian"', null, [{ code: 'unknown-code', at: '"caesarian"', suggestion: '"caesarean"' }]],
    ['mother.delivery = "剖宫产"', null, [{ code: 'unknown-code', at: '"剖宫产"', suggestion: '"caesarean"' }]],
    ['"natural" = "natural"', null, [{ code: 'text-without-code-list', at: '"natural"' }]],
    ['mother.delivery = "natural', null, [{ code: 'unterminated-text', at: '"natural' }]],
    ['date("2023-02-29") < on', null, [{ code: 'bad-date', at: '"2023-02-29"' }]],
    ['date(2023) < on', null, [{ code: 'bad-date', at: 'date(2023)' }]],
    ['within(户籍地, 4212)', null, [{ code: 'bad-region', at: '4212' }]],
    ['child.nursery.enrolled', null, [{ code: 'row-out-of-scope', at: 'child.nursery.enrolled' }]],
    [
      'some member in members satisfies child.nursery.enrolled',
      'children',
      [{ code: 'row-out-of-scope', at: 'child.nursery.enrolled' }],
    ],
    [
      'some child in children satisfies (some child in children satisfies child.nursery.enrolled)',
      null,
      [{ code: 'nested-table', at: 'children' }],
    ],
    [
      'some kid in children satisfies child.nursery.enrolled',
      null,
      [{ code: 'wrong-row-name', at: 'kid', suggestion: 'child' }],
    ],
    ['some child in childen satisfies true', null, [{ code: 'unknown-table', at: 'childen', suggestion: 'children' }]],
    ['some child in child satisfies true', null, [{ code: 'unknown-table', at: 'child', suggestion: 'children' }]],
    ['children = 1', null, [{ code: 'table-as-value', at: 'children' }]],
    ['children[child.nursery.enrolled]', null, [{ code: 'filter-alone', at: 'children[child.nursery.enrolled]' }]],
    ['count(children.fee)', null, [{ code: 'aggregate-form', at: 'count(children.fee)' }]],
    ['sum(children)', null, [{ code: 'aggregate-form', at: 'sum(children)' }]],
    ['sum(children.fees)', null, [{ code: 'unknown-name', at: 'children.fees', suggestion: 'fee' }]],
    ['sum(children.nursery.enrolled)', null, [{ code: 'type-mismatch', at: 'children.nursery.enrolled' }]],
    [
      'if true then 1 else home.contractPrice',
      null,
      [{ code: 'type-mismatch', at: 'if true then 1 else home.contractPrice' }],
    ],
    ['round half up(1.5, household.rooms)', null, [{ code: 'scale-not-literal', at: 'household.rooms' }]],
    ['addYears(on, 1.5) > on', null, [{ code: 'whole-number-needed', at: '1.5' }]],
    ['floor(1, 2)', null, [{ code: 'argument-count', at: 'floor(1, 2)' }]],
    ['1 == 1', null, [{ code: 'foreign-sign', at: '==', suggestion: '=' }]],
    ['1 <> 2', null, [{ code: 'foreign-sign', at: '<>', suggestion: '!=' }]],
    ['true && false', null, [{ code: 'foreign-sign', at: '&&', suggestion: 'and' }]],
    [
      '1 > 2 // why',
      null,
      [
        { code: 'foreign-sign', at: '//' },
        { code: 'unexpected-token', at: 'why' },
      ],
    ],
    ['5岁 > 1', null, [{ code: 'name-after-number', at: '5岁' }]],
    [
      '1 @ 2',
      null,
      [
        { code: 'unexpected-character', at: '@' },
        { code: 'unexpected-token', at: '2' },
      ],
    ],
    ['(1 + 2', null, [{ code: 'unexpected-token', at: '' }]],
    ['1 + 2)', null, [{ code: 'unexpected-token', at: ')' }]],
    ['1 2', null, [{ code: 'unexpected-token', at: '2' }]],
    [
      'for x in children return x',
      null,
      [
        { code: 'not-in-subset', at: 'for' },
        { code: 'unknown-name', at: 'for' },
        { code: 'unexpected-token', at: 'x' },
      ],
    ],
    ['0.12345678901234567 > 0', null, [{ code: 'number-too-precise', at: '0.12345678901234567' }]],
  ])('%s', (text, row, expected) => {
    expect(parseExpression(text, familyDictionary, { scope: { row } }).expr).toBeNull()
    expect(findings(text, row)).toEqual(expected)
  })

  test('everything wrong is told at once', () => {
    const text = 'foo > 1 and home.contractPrice > 500 and 1 / 0 = 1 and mother.delivery = "x"'
    expect(findings(text).map(({ code }) => code)).toEqual([
      'unknown-name',
      'money-literal',
      'division-by-zero',
      'unknown-code',
    ])
  })

  test('the result must have the type asked for', () => {
    expect(findings('1 + 1', null, { kind: 'boolean' })).toEqual([{ code: 'unexpected-result', at: '1 + 1' }])
    expect(findings('0', null, { kind: 'money' })).toEqual([])
    expect(findings('nurseryAid', null, { kind: 'money' })).toEqual([])
  })

  test('every finding says so in both languages', () => {
    for (const text of ['foo', '1 +', '1 == 2', 'home.contractPrice > 1', 'date("x") = on', '孩次＜3']) {
      for (const { message } of parseExpression(text, familyDictionary).diagnostics) {
        expect(message.zh).toMatch(/\p{Script=Han}/u)
        expect(message.en).toMatch(/[a-z]+ [a-z]+/)
      }
    }
  })
})

describe('limits keep the stack and the reader safe', () => {
  test('a text that is too long is refused unread', () => {
    expect(findings('1'.repeat(textLimit + 1)).map(({ code }) => code)).toEqual(['too-long'])
  })

  test.each([
    ['(', 'too-deep'],
    ['not(', 'too-deep'],
    ['-', 'too-deep'],
    ['if ', 'too-deep'],
    ['count(children[', 'too-deep'],
    ['1 in (', 'too-deep'],
  ])('%s nested without end', (opening, code) => {
    expect(findings(opening.repeat(3000).slice(0, textLimit)).map((finding) => finding.code)).toContain(code)
  })

  test('a chain without end', () => {
    expect(findings('1 + '.repeat(4000) + '1').map(({ code }) => code)).toEqual(['too-many-parts'])
  })

  test('a chain of several hundred parts is fine', () => {
    expect(findings(Array.from({ length: 600 }, () => 'true').join(' and '))).toEqual([])
  })
})
