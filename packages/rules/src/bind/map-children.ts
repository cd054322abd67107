import type { Expr } from '../ast.ts'

/** The same node with each child replaced; the node itself when nothing changed, so unchanged trees stay shared. */
export function mapChildren(expr: Expr, change: (child: Expr) => Expr): Expr {
  switch (expr.kind) {
    case 'literal':
    case 'fact':
    case 'parameter':
    case 'context':
      return expr
    case 'not':
    case 'negate': {
      const operand = change(expr.operand)
      return operand === expr.operand ? expr : { ...expr, operand }
    }
    case 'binary': {
      const left = change(expr.left)
      const right = change(expr.right)
      return left === expr.left && right === expr.right ? expr : { ...expr, left, right }
    }
    case 'between':
    case 'in-range': {
      const value = change(expr.value)
      const low = change(expr.low)
      const high = change(expr.high)
      return value === expr.value && low === expr.low && high === expr.high ? expr : { ...expr, value, low, high }
    }
    case 'in-list': {
      const value = change(expr.value)
      const items = mapAll(expr.items, change)
      return value === expr.value && items === expr.items ? expr : { ...expr, value, items }
    }
    case 'if': {
      const condition = change(expr.condition)
      const then = change(expr.then)
      const otherwise = change(expr.otherwise)
      return condition === expr.condition && then === expr.then && otherwise === expr.otherwise
        ? expr
        : // oxlint-disable-next-line unicorn/no-thenable -- the branch of a rule, no promise
          { ...expr, condition, then, otherwise }
    }
    case 'call': {
      const args = mapAll(expr.args, change)
      return args === expr.args ? expr : { ...expr, args }
    }
    case 'some':
    case 'every': {
      const where = change(expr.where)
      return where === expr.where ? expr : { ...expr, where }
    }
    case 'count':
    case 'sum': {
      const where = expr.where === null ? null : change(expr.where)
      const value = expr.value === undefined ? undefined : change(expr.value)
      if (where === expr.where && value === expr.value) return expr
      return value === undefined ? { ...expr, where } : { ...expr, where, value }
    }
  }
}

function mapAll(items: readonly Expr[], change: (child: Expr) => Expr): readonly Expr[] {
  const changed = items.map(change)
  return changed.every((item, i) => item === items[i]) ? items : changed
}
