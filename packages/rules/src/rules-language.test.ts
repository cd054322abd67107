import { readFileSync } from 'node:fs'
import { fromDayNumber } from '@junheng/kernel'
import { expect, test } from 'vitest'
import { evaluate } from './evaluate.ts'
import { parseExpression } from './parse-expression.ts'
import { sentence } from './sentence/sentence.ts'
import { familyDictionary, familyEnvironment, parsed } from './testing/family.ts'

const page = readFileSync(new URL('../../../docs/rules-language.md', import.meta.url), 'utf8')

/** The lines of all blocks of one kind, as `[expression, what it says]`. */
function examples(kind: string): readonly (readonly [expression: string, says: string])[] {
  const blocks = [...page.matchAll(new RegExp(`\`\`\`${kind}\n([^]*?)\`\`\``, 'g'))].map(([, block]) => block ?? '')
  const lines = blocks.flatMap((block) => block.split('\n')).filter((line) => line !== '')
  return lines.map((line) => {
    const [expression = '', says = ''] = line.split(' ⇒ ')
    return [expression, says]
  })
}

test('the page has its examples', () => {
  expect(examples('rules').length).toBeGreaterThan(60)
  expect(examples('refused').length).toBeGreaterThan(20)
})

test.each(examples('rules'))('%s', (text, says) => {
  expect(parseExpression(text, familyDictionary, { scope: { row: 'children' } }).diagnostics).toEqual([])
  const expr = parsed(text, 'children')
  if (says === '') return
  if (/\p{Script=Han}/u.test(says)) {
    expect(sentence(expr, familyDictionary).zh).toBe(says)
    return
  }
  const value = evaluate(expr, familyEnvironment({}))
  const shown = expr.type.kind === 'date' && typeof value === 'number' ? fromDayNumber(value) : value
  expect(JSON.stringify(shown)).toBe(says)
})

test.each(examples('refused'))('%s is refused', (text, code) => {
  const { expr, diagnostics } = parseExpression(text, familyDictionary, { scope: { row: 'children' } })
  expect(expr).toBeNull()
  expect(diagnostics.find(({ severity }) => severity === 'error')?.code).toBe(code)
})
