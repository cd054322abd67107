import { expect, test } from 'vitest'
import { formatExpression } from './format-expression.ts'
import { parseExpression } from './parse-expression.ts'
import { RandomExpressions } from './testing/random-expression.ts'
import { Random } from './testing/random.ts'
import { testDictionary } from './testing/test-dictionary.ts'

const signs = '()[]{}<>=!+-*/.,;:"\'\\@#$%^&|~?`_0123456789aAzZ \t\n\r\0'
const lookAlikes = '＜＞＝≥≤≠（），“”‘’＋－×÷【】０９．。、！　𠮷孩次岁🙂\u0301\u200b\ufeff\ud800'
const fragments =
  '.. <= >= != == && || ** 1e9 0.1 99999999999999999999 date("2024-02-30") date(" and or not not( in between'
const names =
  'if then else some every satisfies null true child children children[ child.birthDate household.rooms 低收入'
const calls = 'nurseryAid on here ageInYears( count( sum(children. min( within( 且 如果 周岁('
const pieces: readonly string[] = [
  ...Array.from(signs + lookAlikes),
  ...[fragments, names, calls].flatMap((line) => line.split(' ')),
  'in (',
  'round half up(',
]

function garbage(random: Random): string {
  return Array.from({ length: random.whole(0, 40) }, () => random.pick(pieces) + (random.chance(0.3) ? ' ' : '')).join(
    '',
  )
}

/** A right expression with some of it cut out, doubled, swapped or replaced. */
function mutated(random: Random, text: string): string {
  let result = text
  for (let count = random.whole(0, 3); count > 0; count--) {
    const start = random.whole(0, result.length)
    const end = Math.min(result.length, start + random.whole(0, 6))
    const middle = random.pick([
      '',
      random.pick(pieces),
      result.slice(start, end).repeat(2),
      result.slice(end, end + 9),
    ])
    result = result.slice(0, start) + middle + result.slice(end)
  }
  return result
}

/** What must hold for any text at all. */
function check(text: string, row: string | null): boolean {
  const { expr, diagnostics } = parseExpression(text, testDictionary, { scope: { row } })
  const wrong = diagnostics.some(({ severity }) => severity === 'error')
  if ((expr === null) !== wrong) throw new Error(`${expr === null ? 'no' : 'a'} tree with errors ${wrong}: ${text}`)
  for (const { span, message } of diagnostics) {
    const within = 0 <= span.start && span.start <= span.end && span.end <= text.length
    if (!within || message.zh === '' || message.en === '') throw new Error(`${JSON.stringify(span)}: ${text}`)
  }
  if (expr === null) return false
  const written = formatExpression(expr)
  const again = parseExpression(written, testDictionary, { scope: { row } })
  if (again.expr === null || formatExpression(again.expr) !== written) throw new Error(`${text} is not ${written}`)
  return true
}

test('twelve thousand hostile and mutated texts: no throw, spans inside, a tree exactly when there is no error', () => {
  const random = new Random(4_711)
  const expressions = new RandomExpressions(random, testDictionary)
  let right = 0
  for (let count = 0; count < 12_000; count++) {
    const row = random.pick([null, 'children'])
    const text = count % 3 === 0 ? garbage(random) : mutated(random, expressions.any({ row }, random.whole(0, 4)))
    if (check(text, row)) right += 1
  }
  // Some mutations leave a right expression; if none did, the test would no longer test the other half.
  expect(right).toBeGreaterThan(500)
})

test('the same text gives the same findings and the same tree', () => {
  const random = new Random(99)
  const expressions = new RandomExpressions(random, testDictionary)
  for (let count = 0; count < 500; count++) {
    const text = mutated(random, expressions.any({ row: null }, 3))
    const once = JSON.stringify(parseExpression(text, testDictionary))
    expect(JSON.stringify(parseExpression(text, testDictionary))).toBe(once)
  }
})
