import { parseDayNumber } from '@junheng/kernel'
import { factsOf, makeDictionary, parametersOf } from '@junheng/rules'
import type { Dictionary, Expr, Value } from '@junheng/rules'
import type { Benefit, FactInfo, Parameter, Place, SourceDocument } from './place.ts'
import { readsDayAsked } from './reads-day-asked.ts'

interface DatedValue {
  /** Day numbers, half-open; null = no end. */
  readonly from: number
  readonly to: number | null
  readonly value: Value
  readonly confidence: Parameter['values'][number]['confidence']
}

/** A benefit with what need be worked out only once. */
export interface IndexedBenefit {
  readonly benefit: Benefit
  readonly order: number
  /** The table whose rows are its subjects; null where there is one subject. */
  readonly table: string | null
  readonly inForceFrom: number | null
  readonly inForceTo: number | null
  /** True when the day whose rules count is the day asked about, or moves with it. */
  readonly judgedMoves: boolean
  /** True when its answer can be another one on another day. */
  readonly moves: boolean
  /** The expressions of its answer whose value can change with the day asked about; `dated` where a dated value is read. */
  readonly movingParts: readonly { readonly expr: Expr; readonly dated: boolean }[]
  readonly parameters: readonly string[]
  /** True when its own first day, its own end, is one day for a household whatever day is asked about. */
  readonly fixedFrom: boolean
  readonly fixedTo: boolean
  /** The conditions that hold or fail for a household whatever day is asked about. */
  readonly fixedConditions: readonly Expr[]
}

/** A place's items by name, made once for each place. */
export interface PlaceIndex {
  readonly place: Place
  readonly facts: ReadonlyMap<string, FactInfo>
  readonly parameters: ReadonlyMap<string, readonly DatedValue[]>
  readonly documents: ReadonlyMap<string, SourceDocument>
  readonly tables: ReadonlyMap<string, Place['tables'][number]>
  readonly codes: ReadonlyMap<string, Place['codeLists'][number]['codes'][number]>
  readonly benefits: readonly IndexedBenefit[]
  readonly dictionary: Dictionary
}

const indexes = new WeakMap<Place, PlaceIndex>()

export function indexOf(place: Place): PlaceIndex {
  let index = indexes.get(place)
  if (index === undefined) {
    index = buildIndex(place)
    indexes.set(place, index)
  }
  return index
}

function buildIndex(place: Place): PlaceIndex {
  const facts = new Map(place.facts.map((fact) => [fact.name, fact]))
  return {
    place,
    facts,
    parameters: new Map(place.parameters.map((parameter) => [parameter.id, datedValues(parameter)])),
    documents: new Map(place.documents.map((document) => [document.id, document])),
    tables: new Map(place.tables.map((table) => [table.name, table])),
    codes: new Map(place.codeLists.flatMap(({ name, codes }) => codes.map((code) => [`${name}/${code.code}`, code]))),
    benefits: place.benefits.map((benefit, order) => indexBenefit(benefit, { order, place, facts })),
    dictionary: makeDictionary({
      facts: place.facts.map(({ name, type, table, label }) => ({ name, type, table, label, aliases: [] })),
      tables: place.tables.map((table) => ({ ...table, aliases: [] })),
      codeLists: place.codeLists,
      parameters: place.parameters.map(({ id, type, label }) => ({ name: id, type, label, aliases: [] })),
    }),
  }
}

function indexBenefit(
  benefit: Benefit,
  { order, place, facts }: { order: number; place: Place; facts: ReadonlyMap<string, FactInfo> },
): IndexedBenefit {
  const own = [
    ...benefit.conditions.map(({ when }) => when),
    ...(benefit.from === null ? [] : [benefit.from]),
    ...(benefit.to === null ? [] : [benefit.to]),
    ...(benefit.amount === null ? [] : [benefit.amount.value]),
    ...(benefit.amount === null || benefit.amount.to === null ? [] : [benefit.amount.to.value]),
  ]
  const parts = [...own, ...derivedBehind([...own, benefit.judgedOn], facts)]
  const judgedMoves = [benefit.judgedOn, ...derivedBehind([benefit.judgedOn], facts)].some(readsDayAsked)
  const bounded = benefit.from !== null || benefit.to !== null
  return {
    benefit,
    order,
    table: place.tables.find(({ row }) => row === benefit.subject)?.name ?? null,
    inForceFrom: benefit.inForce.from === null ? null : (parseDayNumber(benefit.inForce.from) ?? null),
    inForceTo: benefit.inForce.to === null ? null : (parseDayNumber(benefit.inForce.to) ?? null),
    judgedMoves,
    moves: judgedMoves || bounded || parts.some(readsDayAsked),
    movingParts: own.flatMap((expr) => {
      const whole = [expr, ...derivedBehind([expr], facts)]
      if (!whole.some(readsDayAsked)) return []
      return [{ expr, dated: whole.some((part) => parametersOf(part).length > 0) }]
    }),
    parameters: [...new Set(parts.flatMap((part) => parametersOf(part)))],
    fixedFrom: isFixed(benefit.from, facts),
    fixedTo: isFixed(benefit.to, facts),
    fixedConditions: benefit.conditions.map(({ when }) => when).filter((when) => isFixed(when, facts)),
  }
}

/** True for an expression that reads neither the day asked about nor a dated value. */
function isFixed(expr: Expr | null, facts: ReadonlyMap<string, FactInfo>): boolean {
  if (expr === null) return false
  return [expr, ...derivedBehind([expr], facts)].every(
    (part) => !readsDayAsked(part) && parametersOf(part).length === 0,
  )
}

/** The definitions of all derived facts these expressions read, directly or through one another. */
function derivedBehind(expressions: readonly Expr[], facts: ReadonlyMap<string, FactInfo>): Expr[] {
  const found = new Map<string, Expr>()
  const queue = [...expressions]
  for (let expr = queue.pop(); expr !== undefined; expr = queue.pop()) {
    for (const name of factsOf(expr)) {
      const definition = facts.get(name)?.is ?? null
      if (definition === null || found.has(name)) continue
      found.set(name, definition)
      queue.push(definition)
    }
  }
  return [...found.values()]
}

function datedValues({ values }: Parameter): DatedValue[] {
  return values.map(({ from, to, value, confidence }, i) => {
    const next = values[i + 1]
    const end = to ?? next?.from ?? null
    return {
      from: parseDayNumber(from) ?? 0,
      to: end === null ? null : (parseDayNumber(end) ?? null),
      value,
      confidence,
    }
  })
}
