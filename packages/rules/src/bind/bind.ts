import { DomainError } from '@junheng/kernel'
import type { Expr, Literal } from '../ast.ts'
import { exactFraction } from '../exact-fraction.ts'
import type { Value } from '../types.ts'
import { ageToDate } from './age-to-date.ts'
import { literal } from './build.ts'
import { foldConstant } from './fold-constant.ts'
import { mapChildren } from './map-children.ts'
import { simplify, withoutFraction } from './simplify.ts'
import { withinToRange } from './within-to-range.ts'

/** A parameter's value on the day in question; `exact` keeps a decimal as a fraction. */
export interface BoundValue {
  readonly value: Value
  readonly exact?: Literal['exact'] | undefined
}

export interface Binding {
  /** The value of a dated parameter, or an expression where it varies (by each row's own date). */
  readonly parameters: (name: string) => BoundValue | Expr
  /** Day number for `on`, or an expression where the date differs from row to row. */
  readonly on: number | Expr
  /** Six-digit region for `here`. */
  readonly here: number
  /** The definition of a derived fact; null for a fact that is read from data. */
  readonly derived: (fact: string) => Expr | null
}

/**
 * The same rule with nothing left to look up: parameters, `on`, `here` and derived facts are replaced by what they
 * stand for, constants are folded, comparisons of ages with constants become comparisons of dates, `within` a constant
 * region becomes a range. `evaluate` gives the same value before and after.
 *
 * @throws DomainError `derived-fact-cycle`
 */
export function bind(expr: Expr, binding: Binding): Expr {
  const derived = new Map<string, Expr | null>()
  const open: string[] = []

  function derivedFact(name: string): Expr | null {
    const known = derived.get(name)
    if (known !== undefined) return known
    if (open.includes(name)) {
      const cycle = [...open.slice(open.indexOf(name)), name].join(' → ')
      throw new DomainError('derived-fact-cycle', {
        text: { zh: `推导事实互相引用：${cycle}`, en: `derived facts refer to each other: ${cycle}` },
        info: { cycle },
      })
    }
    const definition = binding.derived(name)
    if (definition === null) {
      derived.set(name, null)
      return null
    }
    open.push(name)
    const bound = withoutFraction(visit(definition))
    open.pop()
    derived.set(name, bound)
    return bound
  }

  function visit(node: Expr): Expr {
    if (node.kind === 'parameter') {
      const bound = binding.parameters(node.name)
      if ('kind' in bound) return withoutFraction(visit(bound))
      return literal(bound.value, { span: node.span, type: node.type, exact: bound.exact ?? fractionOf(bound.value) })
    }
    if (node.kind === 'context') {
      const value = node.name === 'on' ? binding.on : binding.here
      return typeof value === 'number' ? literal(value, node) : visit(value)
    }
    if (node.kind === 'fact') return derivedFact(node.name) ?? node
    if (node.kind === 'sum' && node.of !== null) {
      const value = derivedFact(node.of)
      if (value !== null) return { ...node, where: node.where === null ? null : visit(node.where), value }
    }
    return rewrite(mapChildren(node, visit))
  }

  return visit(expr)
}

function rewrite(node: Expr): Expr {
  return withinToRange(ageToDate(simplify(foldConstant(node))))
}

/** As `evaluate` reads a decimal parameter that comes without its fraction. */
function fractionOf(value: Value): Literal['exact'] {
  return typeof value === 'number' && !Number.isInteger(value) ? (exactFraction(value) ?? undefined) : undefined
}
