import type { BinaryOperator, Span } from '../ast.ts'
import type { Diagnostic } from '../diagnostic.ts'
import { refusedWords } from './keywords.ts'
import { messages } from './messages.ts'
import type { Token } from './token.ts'
import type { InTest, Tree } from './tree.ts'

/** Brackets, `if` and quantifiers may nest this deep; beyond it nobody could read the rule, and the stack stays safe. */
const nestingLimit = 100
/** More nodes than this and the rule should be several named conditions. */
const nodeLimit = 2000

const precedence: ReadonlyMap<string, number> = new Map([
  ['or', 1],
  ['and', 2],
  ...['=', '!=', '<', '<=', '>', '>=', 'between', 'in'].map((operator): [string, number] => [operator, 3]),
  ['+', 4],
  ['-', 4],
  ['*', 5],
  ['/', 5],
])
const comparisonLevel = 3
const unaryLevel = 6

const roundings: ReadonlySet<string> = new Set([
  'round half up',
  'round half down',
  'round half even',
  'round up',
  'round down',
])

const words = {
  value: { zh: '一个值', en: 'a value' },
  closing: (sign: string) => ({ zh: ` ${sign}`, en: sign }),
}

/** Thrown inside the parser only, when going on would not help; the reason is already reported. */
class GiveUp extends Error {}

/**
 * Reads words into a tree by operator precedence. Where something is missing it reports that, puts an `error` node there
 * and goes on, so that one reading finds what is wrong in several places.
 */
export function parseTokens(tokens: readonly Token[], report: (diagnostic: Diagnostic) => void): Tree {
  let position = 0
  let depth = 0
  let nodes = 0
  let insideRange = false

  const endToken: Token = tokens.at(-1) ?? { kind: 'end', text: '', span: { start: 0, end: 0 } }
  const peek = (ahead = 0): Token => tokens[position + ahead] ?? endToken
  const next = (): Token => {
    const token = peek()
    if (token.kind !== 'end') position += 1
    return token
  }
  const is = (text: string, ahead = 0): boolean =>
    peek(ahead).text === text && (peek(ahead).kind === 'symbol' || peek(ahead).kind === 'keyword')
  const accept = (text: string): boolean => {
    if (!is(text)) return false
    position += 1
    return true
  }
  const endOfLast = (): number => tokens[position - 1]?.span.end ?? 0
  const since = (start: number): Span => ({ start, end: Math.max(start, endOfLast()) })
  const unexpected = (expected: { zh: string; en: string }): void =>
    report(messages.unexpected(peek().span, peek().text, expected))
  const expect = (text: string): void => {
    if (!accept(text)) unexpected(words.closing(text))
  }

  try {
    if (peek().kind === 'end') {
      report(messages.empty(peek().span))
      return { kind: 'error', span: peek().span }
    }
    const tree = parseExpression(0)
    if (peek().kind !== 'end') report(messages.leftOver(peek().span, peek().text))
    return tree
  } catch (problem) {
    if (problem instanceof GiveUp) return { kind: 'error', span: { start: 0, end: endToken.span.end } }
    throw problem
  }

  function parseExpression(minimum: number): Tree {
    const start = peek().span.start
    depth += 1
    if (depth > nestingLimit) {
      report(messages.tooDeep(peek().span))
      throw new GiveUp()
    }
    let left = parsePrefix()
    let compared = false
    for (;;) {
      const operator = peek()
      const level =
        operator.kind === 'symbol' || operator.kind === 'keyword' ? precedence.get(operator.text) : undefined
      if (level === undefined || level < minimum) break
      next()
      if (level === comparisonLevel && compared) {
        report(messages.chained(operator.span))
        left = readChained({ left, operator, level, start })
      } else left = parseInfix({ left, operator, level, start })
      compared = level === comparisonLevel
      countNode(left)
    }
    depth -= 1
    return left
  }

  /** `a < b < c` goes on as `a < b and b < c`, so that the checker does not complain of the same thing again. */
  function readChained(infix: { left: Tree; operator: Token; level: number; start: number }): Tree {
    const { left } = infix
    const last = left.kind === 'binary' && left.operator === 'and' ? left.right : left
    const middle: Tree = last.kind === 'binary' ? last.right : { kind: 'error', span: left.span }
    const right = parseInfix({ ...infix, left: middle })
    const span = since(infix.start)
    return { kind: 'binary', operator: 'and', operatorSpan: infix.operator.span, left, right, span }
  }

  function countNode(tree: Tree): void {
    nodes += 1
    if (nodes <= nodeLimit) return
    report(messages.tooManyParts(tree.span))
    throw new GiveUp()
  }

  function parseInfix(infix: { left: Tree; operator: Token; level: number; start: number }): Tree {
    const { left, operator, level, start } = infix
    if (operator.text === 'between') {
      const low = parseExpression(comparisonLevel + 1)
      expect('and')
      const high = parseExpression(comparisonLevel + 1)
      return { kind: 'between', value: left, low, high, span: since(start) }
    }
    if (operator.text === 'in') {
      const tests = parseTests()
      return { kind: 'in', value: left, tests, span: since(start) }
    }
    const right = parseExpression(level + 1)
    return {
      kind: 'binary',
      operator: operator.text as BinaryOperator,
      operatorSpan: operator.span,
      left,
      right,
      span: since(start),
    }
  }

  function parsePrefix(): Tree {
    const token = peek()
    const { span } = token
    const start = span.start
    countNode({ kind: 'error', span })
    if (token.kind === 'number') return { kind: 'number', text: next().text, span }
    if (token.kind === 'text') return { kind: 'text', text: next().text, span }
    if (token.kind === 'name') return parseName()
    if (accept('true')) return { kind: 'boolean', value: true, span }
    if (accept('false')) return { kind: 'boolean', value: false, span }
    if (accept('null')) return { kind: 'null', span }
    if (accept('-')) {
      const operand = parseExpression(unaryLevel)
      return { kind: 'negate', operand, span: since(start) }
    }
    if (accept('(')) {
      const inner = parseBracketed()
      expect(')')
      return inner
    }
    if (accept('if')) return parseIf(start)
    if (is('some') || is('every')) return parseQuantified(next(), start)
    unexpected(words.value)
    // A word that can only go on after a value is left for the loop above; anything else is skipped.
    const continues =
      precedence.has(token.text) || [')', ']', ',', '..', 'then', 'else', 'satisfies'].includes(token.text)
    if (!continues) next()
    return { kind: 'error', span: { start, end: start } }
  }

  function parseBracketed(): Tree {
    const outer = insideRange
    insideRange = false
    const inner = parseExpression(0)
    insideRange = outer
    return inner
  }

  function parseIf(start: number): Tree {
    const condition = parseExpression(0)
    expect('then')
    const then = parseExpression(0)
    expect('else')
    const otherwise = parseExpression(0)
    // oxlint-disable-next-line unicorn/no-thenable -- FEEL's own word; nothing here is awaited
    return { kind: 'if', condition, then, otherwise, span: since(start) }
  }

  function parseQuantified(word: Token, start: number): Tree {
    const variable = parseWord({ zh: '行的名称', en: 'the name of a row' })
    expect('in')
    const table = parseWord({ zh: '表的名称', en: 'the name of a table' })
    expect('satisfies')
    const where = parseExpression(0)
    return {
      kind: word.text === 'some' ? 'some' : 'every',
      variable: variable.text,
      variableSpan: variable.span,
      table: table.text,
      tableSpan: table.span,
      where,
      span: since(start),
    }
  }

  function parseWord(expected: { zh: string; en: string }): Token {
    if (peek().kind === 'name') return next()
    unexpected(expected)
    return { kind: 'name', text: '', span: { start: peek().span.start, end: peek().span.start } }
  }

  function parseName(): Tree {
    const token = next()
    const { start } = token.span
    if (refusedWords.has(token.text)) report(messages.refusedWord(token.span, token.text))
    if (token.text === 'not' && !is('(')) {
      report(messages.notNeedsBrackets(token.span))
      parseExpression(comparisonLevel)
      return { kind: 'error', span: since(start) }
    }
    const name = readFunctionName(token)
    if (is('(')) return parseCall(name, since(start))
    if (is('[') && !insideRange) return parseFilter(token)
    return { kind: 'name', name, span: token.span }
  }

  /** FEEL's rounding functions are named by several words. */
  function readFunctionName(token: Token): string {
    if (token.text !== 'round') return token.text
    for (const count of [2, 1]) {
      const name = ['round', ...Array.from({ length: count }, (_, index) => peek(index).text)].join(' ')
      if (!roundings.has(name)) continue
      position += count
      return name
    }
    return token.text
  }

  function parseCall(name: string, nameSpan: Span): Tree {
    expect('(')
    const args: Tree[] = []
    if (!is(')')) {
      do args.push(parseBracketed())
      while (accept(','))
    }
    expect(')')
    return { kind: 'call', name, nameSpan, args, span: since(nameSpan.start) }
  }

  function parseFilter(table: Token): Tree {
    expect('[')
    const where = parseBracketed()
    expect(']')
    let of: string | null = null
    if (accept('.')) of = parseWord({ zh: '事实的名称', en: 'the name of a fact' }).text
    return { kind: 'filter', table: table.text, tableSpan: table.span, where, of, span: since(table.span.start) }
  }

  function parseTests(): InTest[] {
    const opening = peek()
    if (is('[') || is(']')) {
      const range = parseRange()
      report(messages.bareRange(range.span, '([a..b])'))
      return [range]
    }
    if (!accept('(')) {
      report(messages.bareList(opening.span))
      return [{ kind: 'value', value: parseExpression(comparisonLevel + 1) }]
    }
    const tests: InTest[] = []
    do {
      const test = parseTest()
      if (test.kind === 'value' && tests.length === 0 && is('..')) return [finishBareRange(opening, test.value)]
      tests.push(test)
    } while (accept(','))
    expect(')')
    return tests
  }

  /** `x in (1..3)`: the round brackets are the range's own open ends. */
  function finishBareRange(opening: Token, low: Tree): InTest {
    next()
    const high = parseExpression(comparisonLevel + 1)
    const highClosed = is(']')
    if (!accept(']')) expect(')')
    const span = since(opening.span.start)
    report(messages.bareRange(span, highClosed ? '((a..b])' : '((a..b))'))
    return { kind: 'range', low, high, lowClosed: false, highClosed, span }
  }

  function parseTest(): InTest {
    const { span } = peek()
    if (is('[') || is(']')) return parseRange()
    if (is('(') && isRangeAhead()) return parseRange()
    for (const operator of ['=', '!=', '<', '<=', '>', '>='] as const) {
      if (!accept(operator)) continue
      const value = parseExpression(comparisonLevel + 1)
      return { kind: 'compare', operator, value, span: since(span.start) }
    }
    return { kind: 'value', value: parseBracketed() }
  }

  /** After `(`: whether `..` comes before the bracket closes, at the same level. */
  function isRangeAhead(): boolean {
    let level = 0
    for (let ahead = 1; peek(ahead).kind !== 'end'; ahead++) {
      if (level === 0 && is('..', ahead)) return true
      if (is('(', ahead)) level += 1
      if (is(')', ahead)) level -= 1
      if (level < 0) return false
    }
    return false
  }

  function parseRange(): InTest & { kind: 'range' } {
    const opening = next()
    const outer = insideRange
    insideRange = true
    const low = parseExpression(comparisonLevel + 1)
    expect('..')
    const high = parseExpression(comparisonLevel + 1)
    insideRange = outer
    const highClosed = is(']')
    if (!accept(']') && !accept('[') && !accept(')')) unexpected(words.closing(']'))
    return { kind: 'range', low, high, lowClosed: opening.text === '[', highClosed, span: since(opening.span.start) }
  }
}
