import type { Binary, Call, Expr } from '@junheng/rules'

/** Why an expression is not put to feelin: it has no such function, or the difference is deliberate and listed. */
export class NotShared extends Error {}

/** How feelin is given the facts: by a plain name in the context of the household, or of the row. */
export interface FeelNames {
  readonly household: string
  /** The context of the current row. */
  readonly row: string | null
  /** A name without dots for any fact or table. */
  readonly plain: (name: string) => string
}

/** The same rule as FEEL text, days as numbers; throws NotShared for what the two are not meant to share. */
export function feelText(expr: Expr, names: FeelNames): string {
  const text = (part: Expr) => feelText(part, names)
  switch (expr.kind) {
    case 'literal':
      if (expr.value === null) throw new NotShared('null')
      return typeof expr.value === 'number' && expr.value < 0 ? `(${expr.value})` : JSON.stringify(expr.value)
    case 'fact':
      return `${expr.table === null ? names.household : (names.row ?? '')}.${names.plain(expr.name)}`
    case 'parameter':
    case 'context':
      throw new NotShared('not bound')
    case 'not':
      return `not(${text(expr.operand)})`
    case 'negate':
      return `(0 - ${text(expr.operand)})`
    case 'binary':
      return binaryText(expr, text)
    case 'between':
      return rangeText({ ...expr, lowClosed: true, highClosed: true }, text)
    case 'in-range':
      return rangeText(expr, text)
    case 'in-list':
      return `(${text(expr.value)} in (${expr.items.map(text).join(', ')}))`
    case 'if':
      return `(if ${text(expr.condition)} then ${text(expr.then)} else ${text(expr.otherwise)})`
    case 'call':
      return callText(expr, text)
    case 'some':
    case 'every':
      return `(${expr.kind} row in ${rows(expr.table, names)} satisfies ${feelText(expr.where, { ...names, row: 'row' })})`
    case 'count':
    case 'sum': {
      // feelin takes a filter that is a plain name for something else than a truth value.
      const filter = expr.where === null ? '' : `[(${feelText(expr.where, { ...names, row: 'item' })}) = true]`
      const list = `${rows(expr.table, names)}${filter}`
      if (expr.of === null) return `count(${list})`
      return `(if count(${list}) = 0 then 0 else sum(${list}.${names.plain(expr.of)}))`
    }
  }
}

function rows(table: string, { household, plain }: FeelNames): string {
  return `${household}.${plain(table)}`
}

interface Range {
  readonly kind: 'between' | 'in-range'
  readonly value: Expr
  readonly low: Expr
  readonly high: Expr
  readonly lowClosed: boolean
  readonly highClosed: boolean
}

/** feelin turns a range round whose ends are in the wrong order, so only ranges known to be in order are put as ranges. */
function rangeText({ kind, value, low, high, lowClosed, highClosed }: Range, text: (part: Expr) => string): string {
  const [from, to] = [constantOf(low), constantOf(high)]
  if (from === null || to === null || from > to) {
    const [above, below] = [lowClosed ? '>=' : '>', highClosed ? '<=' : '<']
    return `(${text(value)} ${above} ${text(low)} and ${text(value)} ${below} ${text(high)})`
  }
  if (kind === 'between') return `(${text(value)} between ${text(low)} and ${text(high)})`
  return `(${text(value)} in (${lowClosed ? '[' : '('}${text(low)}..${text(high)}${highClosed ? ']' : ')'}))`
}

function constantOf(expr: Expr): number | null {
  return expr.kind === 'literal' && typeof expr.value === 'number' ? expr.value : null
}

function binaryText({ operator, left, right }: Binary, text: (part: Expr) => string): string {
  // A decimal is a fraction here and a double there; they agree only where the double is exact.
  for (const side of [left, right]) {
    const denominator = side.kind === 'literal' ? (side.exact?.[1] ?? 1) : 1
    const isExact = (denominator & (denominator - 1)) === 0
    if ((operator === '*' || operator === '/') && !isExact) throw new NotShared('exact decimals')
  }
  if (operator === '/' && right.kind === 'literal' && right.exact !== undefined) throw new NotShared('exact decimals')
  return `(${text(left)} ${operator} ${text(right)})`
}

const SHARED: ReadonlySet<Call['name']> = new Set([
  'min',
  'max',
  'floor',
  'ceiling',
  'abs',
  'round half up',
  'round half down',
  'round up',
  'round down',
])

function callText({ name, args }: Call, text: (part: Expr) => string): string {
  if (name === 'daysBetween') return `(${args.map(text).reverse().join(' - ')})`
  if (name === 'addDays') return `(${args.map(text).join(' + ')})`
  if (!SHARED.has(name)) throw new NotShared(name)
  return `${name}(${args.map(text).join(', ')})`
}
