import { expect, test } from 'vitest'
import type { Expr } from './ast.ts'
import { formatExpression } from './format-expression.ts'
import { parseExpression } from './parse-expression.ts'
import { familyDictionary, parsed } from './testing/family.ts'
import { RandomExpressions } from './testing/random-expression.ts'
import { Random } from './testing/random.ts'
import { testDictionary } from './testing/test-dictionary.ts'

/** The tree without where it stood. */
function withoutSpans(expr: Expr): unknown {
  return JSON.parse(JSON.stringify(expr, (key, value: unknown) => (key === 'span' ? undefined : value)))
}

test('the text of a tree parses to the same tree, and writing it again changes nothing', () => {
  const random = new Random(20260731)
  const expressions = new RandomExpressions(random, testDictionary)
  let read = 0
  for (let count = 0; count < 3000; count++) {
    const scope = { row: random.pick([null, 'children']) }
    const text = expressions.any(scope, random.whole(0, 5))
    const { expr } = parseExpression(text, testDictionary, { scope })
    if (expr === null) continue
    read += 1
    const written = formatExpression(expr)
    const again = parseExpression(written, testDictionary, { scope })
    expect(again.diagnostics, written).toEqual([])
    expect(again.expr === null ? null : withoutSpans(again.expr), written).toEqual(withoutSpans(expr))
    expect(again.expr === null ? '' : formatExpression(again.expr)).toBe(written)
  }
  expect(read).toBeGreaterThan(2500)
})

test.each(['0.1', '0.10', '123456789.012345', '0.0000001', '98', '1.5'])('%s is written digit for digit', (digits) => {
  const expr = parsed(digits)
  expect(Number(formatExpression(expr))).toBe(Number(digits))
  expect(formatExpression(expr)).not.toContain('e')
})

test('a fraction that no decimal can say is written as a quotient', () => {
  const third: Expr = {
    kind: 'literal',
    value: 1 / 3,
    exact: [1, 3],
    type: { kind: 'number' },
    span: { start: 0, end: 0 },
  }
  expect(formatExpression(third)).toBe('1 / 3')
})

test('names are written in full, whatever name was used', () => {
  const { expr } = parseExpression('count(子女[孩次 > 1])', familyDictionary)
  expect(expr === null ? '' : formatExpression(expr)).toBe('count(children[child.birthOrder > 1])')
})
