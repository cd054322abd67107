/** A place's benefits as rules over columns: for each benefit whether it is given on a day, and how much. */
import { parseDayNumber } from '@junheng/kernel'
import type { Benefit, Parameter, Place } from '@junheng/entitlements'
import { bind, childrenOf, factsOf, parametersOf, type ColumnOutput, type Expr, type Value } from '@junheng/rules'

/** What `bind` takes for a parameter: one value, or an expression where each row has its own date. */
type Bound = ReturnType<Parameters<typeof bind>[1]['parameters']>

const span = { start: 0, end: 0 }
const boolean = { kind: 'boolean' } as const
const date = { kind: 'date' } as const

const constant = (value: Value, type: Expr['type']): Expr => ({ kind: 'literal', value, type, span })
const test = (operator: 'and' | 'or' | '>=' | '<', left: Expr, right: Expr): Expr => ({
  kind: 'binary',
  operator,
  left,
  right,
  type: boolean,
  span,
})
const isFrom = (day: Expr, from: string | null): readonly Expr[] =>
  from === null ? [] : [test('>=', day, constant(parseDayNumber(from) ?? 0, date))]
const isBefore = (day: Expr, to: string | null): readonly Expr[] =>
  to === null ? [] : [test('<', day, constant(parseDayNumber(to) ?? 0, date))]

export interface PlaceRules {
  /** The table whose rows are judged; null: households. */
  readonly row: string | null
  readonly benefits: readonly Benefit[]
  /** `<id>` whether it is given; `<id> amount` how much where it is, else 0. */
  readonly outputs: readonly ColumnOutput[]
}

/** The place's benefits of some kinds on one day, those of one table's rows together. */
export function placeRules(place: Place, on: number, kinds: ReadonlySet<Benefit['kind']>): readonly PlaceRules[] {
  const tableOf = ({ subject }: Benefit) => place.tables.find(({ row }) => row === subject)?.name ?? null
  const benefits = place.benefits.filter(({ kind }) => kinds.has(kind))
  return [...Map.groupBy(benefits, tableOf)].map(([row, group]) => ({
    row,
    benefits: group,
    outputs: group.flatMap((benefit) => benefitOutputs(place, benefit, on)),
  }))
}

function benefitOutputs(place: Place, benefit: Benefit, on: number): readonly ColumnOutput[] {
  const definitions = new Map(place.facts.map((fact) => [fact.name, fact.is]))
  const parameters = new Map(place.parameters.map((parameter) => [parameter.id, parameter]))
  const judged = benefit.judgedOn
  const bound = (expr: Expr): Expr =>
    bind(expr, {
      on,
      here: benefit.here,
      derived: (fact) => definitions.get(fact) ?? null,
      parameters: (name) => valueOn(parameters.get(name), judged),
    })
  const { amount, from, to, inForce, conditions } = benefit
  const today = constant(on, date)
  const parts = [
    ...isFrom(judged, inForce.from),
    ...isBefore(judged, inForce.to),
    ...(from === null ? [] : [test('>=', today, from)]),
    ...(to === null ? [] : [test('<', today, to)]),
    ...conditions.map(({ when }) => when),
  ]
  // A benefit whose amount had no value yet is not given; one whose amount is not known is not decided.
  const values = [...parts, ...(amount === null ? [] : [amount.value])].flatMap((part) => used(part, definitions))
  const dated = values.flatMap((name) => hasValue(parameters.get(name), judged))
  const given = bound([...parts, ...dated].reduce((left, right) => test('and', left, right), constant(true, boolean)))
  if (amount === null) return [{ name: benefit.id, expr: given }]
  const value = bound(amount.value)
  const known: Expr = { kind: 'binary', operator: '=', left: value, right: value, type: boolean, span }
  const eligible = test('and', given, known)
  const rounded = amount.unit === 'CNY' ? roundedTo(value, amount.rounding) : value
  const none = constant(0, amount.value.type)
  return [
    { name: benefit.id, expr: eligible },
    {
      name: `${benefit.id} amount`,
      // oxlint-disable-next-line unicorn/no-thenable -- the branch of a rule, no promise
      expr: { kind: 'if', condition: eligible, then: rounded, otherwise: none, type: amount.value.type, span },
    },
  ]
}

/** All parameters an expression reads, through derived facts too. */
function used(expr: Expr, definitions: ReadonlyMap<string, Expr | null>): readonly string[] {
  const derived = factsOf(expr).flatMap((fact) => definitions.get(fact) ?? [])
  return [...parametersOf(expr), ...derived.flatMap((definition) => used(definition, definitions))]
}

/** The parameter's value on the judged day: known at once for a fixed day, a choice among its values for a fact. */
function valueOn(parameter: Parameter | undefined, judged: Expr): Bound {
  if (parameter === undefined) return { value: null }
  return parameter.values.reduceRight<Expr>(
    (later, { from, to, value, exact }) => {
      const literal: Expr = { kind: 'literal', value, type: parameter.type, span, ...(exact ? { exact } : {}) }
      const holds = [...isFrom(judged, from), ...isBefore(judged, to)].reduce((a, b) => test('and', a, b))
      // oxlint-disable-next-line unicorn/no-thenable -- the branch of a rule, no promise
      return { kind: 'if', condition: holds, then: literal, otherwise: later, type: parameter.type, span }
    },
    constant(null, parameter.type),
  )
}

function hasValue(parameter: Parameter | undefined, judged: Expr): readonly Expr[] {
  const spans = (parameter?.values ?? []).map(({ from, to }) =>
    [...isFrom(judged, from), ...isBefore(judged, to)].reduce((a, b) => test('and', a, b)),
  )
  return spans.length === 0 ? [] : [spans.reduce((a, b) => test('or', a, b))]
}

function roundedTo(value: Expr, { mode, step }: NonNullable<Benefit['amount']>['rounding']): Expr {
  const unit = constant(step, { kind: 'number' })
  const steps: Expr = { kind: 'binary', operator: '/', left: value, right: unit, type: value.type, span }
  const name = (
    { 'half-up': 'round half up', 'half-even': 'round half even', up: 'round up', down: 'round down' } as const
  )[mode]
  const scale = constant(0, { kind: 'number' })
  const rounded: Expr = { kind: 'call', name, args: [step === 1 ? value : steps, scale], type: value.type, span }
  return step === 1 ? rounded : { kind: 'binary', operator: '*', left: rounded, right: unit, type: value.type, span }
}

/** How many nodes the rules have, for the report. */
export function countNodes(expr: Expr): number {
  return 1 + childrenOf(expr).reduce((sum, child) => sum + countNodes(child), 0)
}
