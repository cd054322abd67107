import { parseDayNumber } from '@junheng/kernel'
import type { Expr, Literal, Type } from '@junheng/rules'
import type { Benefit, Parameter } from '@junheng/entitlements'
import { rewriteExpression } from './rewrite-expression.ts'

const nowhere = { start: 0, end: 0 }
const boolean: Type = { kind: 'boolean' }
const number: Type = { kind: 'number' }
const date: Type = { kind: 'date' }

/**
 * The days of maternity leave a mother has a right to for a child: the sum over the chain's entitled segments of
 * `if in force and its conditions hold then its days else 0`. Segments by consent and encouraged ones add nothing.
 * Dated parameters stand in it as `if judged on that day or later then …`, `here` as the declaring pack's region, so
 * that it means the same in whatever benefit reads it.
 */
export function maternityDays(benefits: readonly Benefit[], parameters: readonly Parameter[]): Expr {
  const segments = benefits.filter(
    ({ leave, force, amount }) => leave?.chain === 'maternity' && force === 'entitled' && amount?.unit === 'day',
  )
  const dated = new Map(parameters.map((parameter) => [parameter.id, parameter]))
  return segments.map((benefit) => segmentDays(benefit, dated)).reduce<Expr>(plus, literal(0, number))
}

function segmentDays(benefit: Benefit, dated: ReadonlyMap<string, Parameter>): Expr {
  const { amount, judgedOn, inForce, here } = benefit
  if (amount === null) return literal(0, number)
  const fixed = (expr: Expr): Expr =>
    rewriteExpression(expr, (node) => {
      if (node.kind === 'context' && node.name === 'here') return literal(here, { kind: 'region' })
      if (node.kind !== 'parameter') return null
      const parameter = dated.get(node.name)
      return parameter === undefined ? null : datedValue(parameter, judgedOn)
    })
  const conditions = [
    ...since(judgedOn, inForce.from),
    ...until(judgedOn, inForce.to),
    ...benefit.conditions.map(({ when }) => fixed(when)),
  ]
  const days = fixed(amount.value)
  const [first, ...rest] = conditions
  if (first === undefined) return days
  const condition = rest.reduce((left, right) => binary('and', { left, right, type: boolean }), first)
  return choice([condition, days, literal(0, number)], number)
}

/** `if judged >= the last value's day then it else if …`; before the first value nothing is known. */
function datedValue(parameter: Parameter, judgedOn: Expr): Expr {
  const { type } = parameter
  return parameter.values.reduce<Expr>(
    (otherwise, { from, to, value, exact }) => {
      const then: Literal = { ...literal(value, type), ...(exact === undefined ? {} : { exact }) }
      const [first, ...rest] = [...since(judgedOn, from), ...until(judgedOn, to)]
      if (first === undefined) return then
      const condition = rest.reduce((left, right) => binary('and', { left, right, type: boolean }), first)
      return choice([condition, then, otherwise], type)
    },
    literal(null, { kind: 'null' }),
  )
}

function since(judgedOn: Expr, from: string | null): readonly Expr[] {
  const day = parseDayNumber(from ?? '')
  return day === undefined ? [] : [binary('>=', { left: judgedOn, right: literal(day, date), type: boolean })]
}

function until(judgedOn: Expr, to: string | null): readonly Expr[] {
  const day = parseDayNumber(to ?? '')
  return day === undefined ? [] : [binary('<', { left: judgedOn, right: literal(day, date), type: boolean })]
}

function plus(left: Expr, right: Expr): Expr {
  return left.kind === 'literal' && left.value === 0 ? right : binary('+', { left, right, type: number })
}

function choice([condition, then, otherwise]: readonly [Expr, Expr, Expr], type: Type): Expr {
  // oxlint-disable-next-line unicorn/no-thenable -- the tree's own word; it is never awaited
  return { kind: 'if', condition, then, otherwise, span: nowhere, type }
}

function binary(
  operator: 'and' | '+' | '>=' | '<',
  { left, right, type }: { readonly left: Expr; readonly right: Expr; readonly type: Type },
): Expr {
  return { kind: 'binary', operator, left, right, span: nowhere, type }
}

function literal(value: Literal['value'], type: Type): Literal {
  return { kind: 'literal', value, span: nowhere, type }
}
