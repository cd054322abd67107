import type { BinaryOperator, Expr, Literal, Span } from '../ast.ts'
import type { Diagnostic } from '../diagnostic.ts'
import { anyRow } from '../format-expression.ts'
import { nameIndexOf } from '../name-index.ts'
import type { InTest, Tree } from '../syntax/tree.ts'
import { sameType, typeName } from '../type-names.ts'
import type { Dictionary, Scope, Text, Type } from '../types.ts'
import { makeCallChecker } from './check-call.ts'
import type { Checker, Rows } from './checker-parts.ts'
import { readCode, readNumber, readRegion } from './literals.ts'
import { messages } from './messages.ts'
import { makeNameResolver } from './resolve-name.ts'

const boolean: Type = { kind: 'boolean' }
const number: Type = { kind: 'number' }
const money: Type = { kind: 'money' }

type TreeOf<Kind extends Tree['kind']> = Extract<Tree, { kind: Kind }>

/** Gives every part its type and meaning, or reports what is wrong with it and returns null. */
export function checkTree(
  tree: Tree,
  options: {
    readonly dictionary: Dictionary
    readonly scope: Scope
    readonly expect?: Type | undefined
    readonly report: (diagnostic: Diagnostic) => void
  },
): Expr | null {
  const { dictionary, report } = options
  const fail = (diagnostic: Diagnostic): null => {
    report(diagnostic)
    return null
  }
  const checker: Checker = { dictionary, report, check, checkBoolean, checkTogether, fail }
  const resolveName = makeNameResolver(checker, nameIndexOf(dictionary))
  const checkCall = makeCallChecker(checker, resolveName)

  const expr = check(tree, { current: options.scope.row, open: [] }, options.expect)
  if (expr === null || options.expect === undefined || expr.type.kind === 'null') return expr
  return sameType(expr.type, options.expect) ? expr : fail(messages.notExpected(tree.span, expr.type, options.expect))

  function check(tree: Tree, rows: Rows, wanted?: Type): Expr | null {
    const { span } = tree
    switch (tree.kind) {
      case 'error':
        return null
      case 'number':
        return checkNumber(tree, wanted)
      case 'text':
        if (wanted?.kind !== 'code') return fail(messages.textAlone(span))
        return readCode(checker, tree.text, span, wanted)
      case 'boolean':
        return { kind: 'literal', value: tree.value, type: boolean, span }
      case 'null':
        return { kind: 'literal', value: null, type: wanted ?? { kind: 'null' }, span }
      case 'name':
        return resolveName.value(tree.name, span, rows)
      case 'call':
        return checkCall(tree, rows, wanted)
      case 'negate':
        return checkNegate(tree, rows)
      case 'binary':
        return checkBinary(tree, rows)
      case 'between':
        return checkBetween(tree, rows)
      case 'in':
        return checkIn(tree, rows)
      case 'if':
        return checkIf(tree, rows, wanted)
      case 'some':
      case 'every':
        return checkQuantified(tree, rows)
      case 'filter':
        return fail(messages.filterAlone(span))
    }
  }

  function checkNumber(tree: TreeOf<'number'>, wanted?: Type): Literal | null {
    if (wanted?.kind === 'region') return readRegion(checker, tree.text, tree.span)
    const literal = readNumber(checker, tree.text, tree.span)
    return literal !== null && wanted?.kind === 'money' && literal.value === 0 ? { ...literal, type: money } : literal
  }

  function checkBoolean(tree: Tree, rows: Rows): Expr | null {
    const expr = check(tree, rows, boolean)
    if (expr === null || expr.type.kind === 'boolean') return expr
    return fail(messages.mismatch(tree.span, expr.type, typeName(boolean)))
  }

  function checkNegate(tree: TreeOf<'negate'>, rows: Rows): Expr | null {
    const operand = check(tree.operand, rows)
    if (operand === null) return null
    const { type } = operand
    if (type.kind !== 'number' && type.kind !== 'money')
      return fail(messages.mismatch(tree.operand.span, type, { zh: '数字或金额', en: 'a number or money' }))
    // A negative constant is one constant, so that its exact fraction stays with it.
    if (operand.kind === 'literal' && typeof operand.value === 'number') {
      const value = 0 - operand.value
      if (operand.exact === undefined) return { ...operand, value, span: tree.span }
      return { ...operand, value, exact: [0 - operand.exact[0], operand.exact[1]], span: tree.span }
    }
    return { kind: 'negate', operand, type, span: tree.span }
  }

  function checkBinary(tree: TreeOf<'binary'>, rows: Rows): Expr | null {
    switch (tree.operator) {
      case 'and':
      case 'or': {
        const left = checkBoolean(tree.left, rows)
        const right = checkBoolean(tree.right, rows)
        if (left === null || right === null) return null
        return { kind: 'binary', operator: tree.operator, left, right, type: boolean, span: tree.span }
      }
      case '+':
      case '-':
      case '*':
      case '/':
        return checkArithmetic(tree, rows)
      case '=':
      case '!=':
      case '<':
      case '<=':
      case '>':
      case '>=':
        return checkComparison(tree, rows)
    }
  }

  function checkComparison(tree: TreeOf<'binary'>, rows: Rows): Expr | null {
    const together = checkTogether([tree.left, tree.right], rows)
    if (together === null) return null
    const [left, right] = together
    if (left === undefined || right === undefined) return null
    if (!comparable({ operator: tree.operator, left, right, span: tree.span })) return null
    return { kind: 'binary', operator: tree.operator, left, right, type: boolean, span: tree.span }
  }

  function comparable(pair: { operator: BinaryOperator; left: Expr; right: Expr; span: Span }): boolean {
    const { left, right } = pair
    for (const side of [left, right]) {
      if (side.kind !== 'literal' || side.value !== null) continue
      report(messages.nullComparison(side.span))
      return false
    }
    if (!sameType(left.type, right.type)) {
      report(mixesMoney(left.type, right.type) ?? messages.cannotCompare(pair.span, left.type, right.type))
      return false
    }
    const ordered = ['number', 'money', 'date'].includes(left.type.kind)
    if (ordered || pair.operator === '=' || pair.operator === '!=') return true
    report(messages.noOrder(pair.span, left.type))
    return false

    function mixesMoney(a: Type, b: Type): Diagnostic | null {
      if (a.kind === 'money' && b.kind === 'number') return messages.moneyNumber(right.span)
      return a.kind === 'number' && b.kind === 'money' ? messages.moneyNumber(left.span) : null
    }
  }

  function checkArithmetic(tree: TreeOf<'binary'>, rows: Rows): Expr | null {
    const { operator, span } = tree
    const together = operator === '+' || operator === '-'
    const [left, right] = together
      ? (checkTogether([tree.left, tree.right], rows) ?? [null, null])
      : [check(tree.left, rows), check(tree.right, rows)]
    if (left === null || left === undefined || right === null || right === undefined) return null
    for (const side of [left, right]) {
      if (side.kind === 'literal' && side.value === null) return fail(messages.nullComparison(side.span))
    }
    const type = arithmeticType(operator, left.type, right.type)
    if (type === null) {
      const kinds = [left.type.kind, right.type.kind]
      if (together && kinds.includes('money') && kinds.includes('number'))
        return fail(messages.moneyNumber(right.type.kind === 'number' ? right.span : left.span))
      return fail(messages.arithmetic(span, operator, left.type, right.type, dateHelp(kinds)))
    }
    if (operator === '/' && !checkDivisor(right)) return null
    return { kind: 'binary', operator, left, right, type, span }
  }

  function checkDivisor(divisor: Expr): boolean {
    if (divisor.kind === 'parameter') return true
    if (divisor.kind !== 'literal') report(messages.divisor(divisor.span))
    else if (divisor.value === 0) report(messages.divisionByZero(divisor.span))
    else return true
    return false
  }

  function checkBetween(tree: TreeOf<'between'>, rows: Rows): Expr | null {
    const together = checkTogether([tree.value, tree.low, tree.high], rows)
    if (together === null) return null
    const [value, low, high] = together
    if (value === undefined || low === undefined || high === undefined) return null
    const fits =
      comparable({ operator: '>=', left: value, right: low, span: tree.span }) &&
      comparable({ operator: '<=', left: value, right: high, span: tree.span })
    return fits ? { kind: 'between', value, low, high, type: boolean, span: tree.span } : null
  }

  /** A list of plain values is one `in-list`; ranges and comparisons among them become alternatives. */
  function checkIn(tree: TreeOf<'in'>, rows: Rows): Expr | null {
    const bounds = (test: InTest): readonly Tree[] => (test.kind === 'range' ? [test.low, test.high] : [test.value])
    const together = checkTogether([tree.value, ...tree.tests.flatMap(bounds)], rows)
    if (together === null) return null
    const [value, ...rest] = together
    if (value === undefined) return null
    const { span } = tree
    const items: Expr[] = []
    const alternatives: Expr[] = []
    let at = 0
    for (const test of tree.tests) {
      const first = rest[at]
      const second = rest[at + 1]
      at += test.kind === 'range' ? 2 : 1
      if (first === undefined) return null
      if (test.kind === 'value') {
        if (!comparable({ operator: '=', left: value, right: first, span: first.span })) return null
        items.push(first)
      } else if (test.kind === 'compare') {
        if (!comparable({ operator: test.operator, left: value, right: first, span: test.span })) return null
        alternatives.push({ kind: 'binary', operator: test.operator, left: value, right: first, type: boolean, span })
      } else {
        if (second === undefined) return null
        if (!comparable({ operator: '>=', left: value, right: first, span: test.span })) return null
        if (!comparable({ operator: '<=', left: value, right: second, span: test.span })) return null
        const { lowClosed, highClosed } = test
        alternatives.push({
          kind: 'in-range',
          value,
          low: first,
          high: second,
          lowClosed,
          highClosed,
          type: boolean,
          span,
        })
      }
    }
    if (items.length > 0) alternatives.unshift({ kind: 'in-list', value, items, type: boolean, span })
    return alternatives.reduce((left, right) => ({ kind: 'binary', operator: 'or', left, right, type: boolean, span }))
  }

  function checkIf(tree: TreeOf<'if'>, rows: Rows, wanted?: Type): Expr | null {
    const condition = checkBoolean(tree.condition, rows)
    const together = checkTogether([tree.then, tree.otherwise], rows, wanted)
    if (condition === null || together === null) return null
    const [then, otherwise] = together
    if (then === undefined || otherwise === undefined) return null
    if (!sameType(then.type, otherwise.type))
      return fail(messages.differentBranches(tree.span, then.type, otherwise.type))
    // oxlint-disable-next-line unicorn/no-thenable -- FEEL's own word; nothing here is awaited
    return { kind: 'if', condition, then, otherwise, type: then.type, span: tree.span }
  }

  function checkQuantified(tree: TreeOf<'some' | 'every'>, rows: Rows): Expr | null {
    const table = resolveName.table(tree.table, tree.tableSpan)
    if (table === null) return null
    const named = tree.variable === table.row || tree.variable === anyRow
    if (tree.variable !== '' && !named) report(messages.wrongRowName(tree.variableSpan, tree.variable, table.row))
    if (rows.open.includes(table.name)) return fail(messages.nestedTable(tree.tableSpan, table.name))
    const where = checkBoolean(tree.where, { current: table.name, open: [...rows.open, table.name] })
    if (where === null || !named) return null
    return { kind: tree.kind, table: table.name, where, type: boolean, span: tree.span }
  }

  function checkTogether(trees: readonly Tree[], rows: Rows, wanted?: Type): readonly Expr[] | null {
    const found = new Map<Tree, Expr | null>()
    let type: Type | undefined
    let failed = false
    for (const tree of trees.toSorted((a, b) => flexibility(a) - flexibility(b))) {
      const told: Type | undefined = flexibility(tree) === 0 ? wanted : (type ?? wanted)
      // Without the type of its neighbours a text cannot be judged; their error is enough.
      const expr: Expr | null = failed && told === undefined && tree.kind === 'text' ? null : check(tree, rows, told)
      found.set(tree, expr)
      type ??= expr?.type
      failed ||= expr === null
    }
    const result: Expr[] = []
    for (const tree of trees) {
      const expr = found.get(tree)
      if (expr === null || expr === undefined) return null
      result.push(expr)
    }
    return result
  }
}

/** 0: tells its own type; 1: a literal that takes it from what stands beside it; 2: nothing but null. */
function flexibility(tree: Tree): number {
  if (tree.kind === 'null') return 2
  if (tree.kind === 'text' || tree.kind === 'number') return 1
  if (tree.kind !== 'if') return 0
  const [then, otherwise] = [flexibility(tree.then), flexibility(tree.otherwise)]
  return then === 2 && otherwise === 2 ? 2 : Math.min(then, otherwise, 1)
}

function arithmeticType(operator: BinaryOperator, left: Type, right: Type): Type | null {
  const kinds = `${left.kind} ${operator} ${right.kind}`
  switch (kinds) {
    case 'number + number':
    case 'number - number':
    case 'number * number':
    case 'number / number':
      return number
    case 'money + money':
    case 'money - money':
    case 'money * number':
    case 'number * money':
    case 'money / number':
      return money
    default:
      return null
  }
}

function dateHelp(kinds: readonly string[]): Text {
  if (!kinds.includes('date')) return { zh: '', en: '' }
  return {
    zh: '；日期请用 addYears、addMonths、addDays、daysBetween',
    en: '; for dates use addYears, addMonths, addDays, daysBetween',
  }
}
