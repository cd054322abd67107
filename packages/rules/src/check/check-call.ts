import { parseDayNumber } from '@junheng/kernel'
import type { Call, Expr, FunctionName } from '../ast.ts'
import type { Tree } from '../syntax/tree.ts'
import { sameType, typeName } from '../type-names.ts'
import type { Type } from '../types.ts'
import type { Checker, Rows } from './checker-parts.ts'
import { callableNames, countInWords, signatures, type Signature } from './functions.ts'
import { messages } from './messages.ts'
import { findNearestName } from './nearest-name.ts'
import type { NameResolver } from './resolve-name.ts'

type CallTree = Extract<Tree, { kind: 'call' }>

/** What FEEL or other languages call it, with this language's name. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ['round', 'round half up'],
  ['decimal', 'round half even'],
  ['ceil', 'ceiling'],
  ['age', 'ageInYears'],
  ['years and months duration', 'monthsBetween'],
])

export function makeCallChecker(
  checker: Checker,
  names: NameResolver,
): (tree: CallTree, rows: Rows, wanted?: Type) => Expr | null {
  const { check, checkBoolean, checkTogether, fail, report } = checker

  return (tree, rows, wanted) => {
    switch (tree.name) {
      case 'not':
        return checkNot(tree, rows)
      case 'date':
        return checkDate(tree)
      case 'count':
      case 'sum':
        return checkAggregate(tree, tree.name, rows)
      case 'min':
      case 'max':
        return checkExtreme(tree, tree.name, rows, wanted)
      case 'abs':
        return checkAbs(tree, rows)
    }
    for (const [name, signature] of signatures) {
      if (name === tree.name) return checkFixed(tree, name, signature, rows)
    }
    for (const arg of tree.args) if (arg.kind !== 'text') check(arg, rows)
    const nearest = otherNames.get(tree.name) ?? findNearestName(tree.name, callableNames)
    return fail(messages.unknownFunction(tree.nameSpan, tree.name, nearest))
  }

  function hasCount(tree: CallTree, count: number): boolean {
    if (tree.args.length === count) return true
    report(messages.argumentCount(tree.span, tree.name, countInWords(count)))
    return false
  }

  function checkNot(tree: CallTree, rows: Rows): Expr | null {
    const [arg] = tree.args
    if (!hasCount(tree, 1) || arg === undefined) return null
    const operand = checkBoolean(arg, rows)
    return operand === null ? null : { kind: 'not', operand, type: { kind: 'boolean' }, span: tree.span }
  }

  function checkDate(tree: CallTree): Expr | null {
    const [arg] = tree.args
    if (tree.args.length !== 1 || arg?.kind !== 'text') return fail(messages.dateNeedsText(tree.span))
    const value = parseDayNumber(arg.text)
    if (value === undefined) return fail(messages.badDate(arg.span, arg.text))
    return { kind: 'literal', value, type: { kind: 'date' }, span: tree.span }
  }

  function checkExtreme(tree: CallTree, name: 'min' | 'max', rows: Rows, wanted?: Type): Expr | null {
    if (tree.args.length === 0)
      return fail(messages.argumentCount(tree.span, name, { zh: '至少 1 个参数', en: 'at least 1 argument' }))
    const args = checkTogether(tree.args, rows, wanted)
    const first = args?.[0]
    if (args === null || first === undefined) return null
    if (!['number', 'money', 'date'].includes(first.type.kind))
      return fail(
        messages.mismatch(first.span, first.type, { zh: '数字、金额或日期', en: 'a number, money or a date' }),
      )
    for (const arg of args) {
      if (arg.kind === 'literal' && arg.value === null) return fail(messages.nullComparison(arg.span))
      if (sameType(arg.type, first.type)) continue
      const kinds = [arg.type.kind, first.type.kind]
      if (kinds.includes('money') && kinds.includes('number'))
        return fail(messages.moneyNumber(arg.type.kind === 'number' ? arg.span : first.span))
      return fail(messages.differentBranches(tree.span, first.type, arg.type))
    }
    return { kind: 'call', name, args, type: first.type, span: tree.span }
  }

  function checkAbs(tree: CallTree, rows: Rows): Expr | null {
    const [tree0] = tree.args
    if (!hasCount(tree, 1) || tree0 === undefined) return null
    const arg = check(tree0, rows)
    if (arg === null) return null
    if (arg.type.kind !== 'number' && arg.type.kind !== 'money')
      return fail(messages.mismatch(arg.span, arg.type, { zh: '数字或金额', en: 'a number or money' }))
    return { kind: 'call', name: 'abs', args: [arg], type: arg.type, span: tree.span }
  }

  function checkFixed(tree: CallTree, name: FunctionName, signature: Signature, rows: Rows): Call | null {
    const counted = hasCount(tree, signature.parameters.length)
    const args: Expr[] = []
    for (const [position, arg] of tree.args.entries()) {
      const parameter = signature.parameters[position]
      const kind = parameter === 'scale' || parameter === 'offset' ? 'number' : parameter
      const expr = check(arg, rows, kind === undefined ? undefined : { kind })
      if (expr === null || kind === undefined) continue
      if (expr.type.kind === 'money' && kind === 'number' && signature.result === 'number')
        report(messages.roundsMoney(arg.span, name))
      else if (expr.type.kind !== kind) report(messages.mismatch(arg.span, expr.type, typeName({ kind })))
      else if (expr.kind === 'literal' && expr.value === null) report(messages.nullComparison(arg.span))
      else if (parameter === 'scale' && !isWhole(expr, -6, 9)) report(messages.scaleLiteral(arg.span))
      else if (parameter === 'offset' && expr.kind === 'literal' && !isWhole(expr, ...offsetLimits(name)))
        report(messages.wholeNumber(arg.span))
      else args.push(expr)
    }
    if (!counted || args.length !== signature.parameters.length) return null
    return { kind: 'call', name, args, type: { kind: signature.result }, span: tree.span }
  }

  function checkAggregate(tree: CallTree, name: 'count' | 'sum', rows: Rows): Expr | null {
    const [arg] = tree.args
    const form = tree.args.length === 1 ? readAggregateForm(arg) : null
    if (form === null || (form.of === null) !== (name === 'count')) return fail(messages.aggregateForm(tree.span, name))
    const table = names.table(form.table, form.span)
    if (table === null) return null
    if (rows.open.includes(table.name)) return fail(messages.nestedTable(form.span, table.name))
    const inside = { current: table.name, open: [...rows.open, table.name] }
    const where = form.where === null ? null : checkBoolean(form.where, inside)
    const fact = form.of === null ? null : names.rowFact(table, form.of, form.span)
    if ((form.where !== null && where === null) || (form.of !== null && fact === null)) return null
    if (fact !== null && fact.type.kind !== 'number' && fact.type.kind !== 'money')
      return fail(messages.mismatch(form.span, fact.type, { zh: '数字或金额', en: 'a number or money' }))
    return {
      kind: name,
      table: table.name,
      where,
      of: fact?.name ?? null,
      type: fact?.type ?? { kind: 'number' },
      span: tree.span,
    }
  }

  function readAggregateForm(arg: Tree | undefined) {
    if (arg?.kind === 'filter') return { table: arg.table, where: arg.where, of: arg.of, span: arg.span }
    if (arg?.kind !== 'name') return null
    const column = names.column(arg.name)
    return { table: column?.table ?? arg.name, where: null, of: column?.of ?? null, span: arg.span }
  }
}

function isWhole(expr: Expr, low: number, high: number): boolean {
  if (expr.kind !== 'literal' || !Number.isInteger(expr.value)) return false
  return Number(expr.value) >= low && Number(expr.value) <= high
}

function offsetLimits(name: FunctionName): [low: number, high: number] {
  return name === 'addDays' ? [-400_000, 400_000] : [-1000, 1000]
}
