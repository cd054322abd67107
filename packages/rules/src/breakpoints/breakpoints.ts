import { addMonths, ageInMonths, civilOf, dayNumberOf } from '@junheng/kernel'
import type { BinaryOperator, Call, Expr } from '../ast.ts'
import { childrenOf } from '../children-of.ts'
import type { Environment } from '../environment.ts'
import { evaluateIn } from '../evaluate.ts'
import { atDay } from './at-day.ts'
import { lifetimes, type DayWindow } from './day-window.ts'
import { inlineDerived } from './inline-derived.ts'

type Row = Environment['row']

/** The days a value may change at, or `daily` when it moves with `on` itself. */
type Changes = 'daily' | ReadonlySet<number>

const never: ReadonlySet<number> = new Set()
/** Up to so many candidate days are listed without looking whether the value really changes. */
const fewDays = 16

/** `slope × on + offset`; slope 0 is a value that does not depend on `on`. */
interface Line {
  readonly slope: number
  readonly offset: number
}

/**
 * The days, in order, on which the value of the expression may differ from the day before as `on` moves and all else
 * stays: birthdays and dates the rule compares with, first days of months and years, … Complete within `window`
 * (1900 to 2150 unless told; the first day of the window itself is never listed), so between two listed days one
 * evaluation holds. An amount that really changes every day lists every day: give a short window.
 * Parameters are taken as they are: the days on which their dated values change are the caller's to add.
 */
export function breakpoints(expr: Expr, env: Environment, window: DayWindow = lifetimes): readonly number[] {
  const whole = inlineDerived(expr, env.derived)
  const environmentAt = atDay(whole, env)
  const knownChanges: Memory<Changes> = new Map()
  const knownLines: Memory<Line | null> = new Map()
  const changes = changesOf(whole, env.row)
  const days = changes === 'daily' ? onlyRealChanges(whole, env.row, everyDay()) : changes
  return [...days].filter(isInside).sort((a, b) => a - b)

  function isInside(day: number): boolean {
    return day > window.from && day < window.to
  }

  function everyDay(): Set<number> {
    return new Set(
      Array.from({ length: Math.max(0, window.to - window.from - 1) }, (_, index) => window.from + 1 + index),
    )
  }

  function onlyRealChanges(node: Expr, row: Row, candidates: ReadonlySet<number>): ReadonlySet<number> {
    const valueOn = (day: number) => evaluateIn(node, environmentAt(day), row)
    return new Set([...candidates].filter((day) => isInside(day) && valueOn(day) !== valueOn(day - 1)))
  }

  function changesOf(node: Expr, row: Row): Changes {
    return remember(knownChanges, node, row, () => findChanges(node, row))
  }

  function findChanges(node: Expr, row: Row): Changes {
    switch (node.kind) {
      case 'context':
        return node.name === 'on' ? 'daily' : never
      case 'binary':
        if (isComparison(node.operator)) return changesOfPairs(node, row, [[node.left, node.right]])
        return isLogic(node.operator) ? union(childrenOf(node), row) : unionUnlessMissing(childrenOf(node), row)
      case 'between':
      case 'in-range':
        return changesOfPairs(node, row, [
          [node.value, node.low],
          [node.value, node.high],
        ])
      case 'in-list':
        return changesOfPairs(
          node,
          row,
          node.items.map((item) => [node.value, item]),
        )
      case 'call':
        return changesOfCall(node, row)
      case 'some':
      case 'every':
      case 'count':
      case 'sum':
        return changesOfRows(node)
      case 'literal':
      case 'fact':
      case 'parameter':
      case 'not':
      case 'negate':
      case 'if':
        return union(childrenOf(node), row)
    }
  }

  function union(nodes: readonly Expr[], row: Row): Changes {
    const days = new Set<number>()
    for (const node of nodes) {
      const changes = changesOf(node, row)
      if (changes === 'daily') return 'daily'
      for (const day of changes) days.add(day)
    }
    return days
  }

  /** For what is null as soon as one part is: a part that is missing on every day leaves nothing to change. */
  function unionUnlessMissing(nodes: readonly Expr[], row: Row): Changes {
    return nodes.some((node) => isMissing(node, row)) ? never : union(nodes, row)
  }

  function isMissing(node: Expr, row: Row): boolean {
    return Number.isNaN(lineOfNumeric(node, row)?.offset)
  }

  function changesOfRows(node: Extract<Expr, { table: string; where: Expr | null }>): Changes {
    const summed = node.kind === 'sum' && node.of !== null ? (env.derived?.(node.of) ?? null) : null
    const parts = [...childrenOf(node), ...(summed === null ? [] : [inlineDerived(summed, env.derived)])]
    const days = new Set<number>()
    for (let index = 0; index < (env.rowCount(node.table) ?? 0); index++) {
      const changes = union(parts, { table: node.table, index })
      if (changes === 'daily') return 'daily'
      for (const day of changes) days.add(day)
    }
    return days
  }

  /** A comparison changes only where its sides cross. */
  function changesOfPairs(node: Expr, row: Row, pairs: readonly (readonly [Expr, Expr])[]): ReadonlySet<number> {
    const days = new Set<number>()
    for (const [a, b] of pairs) {
      const crossing = crossingDays(a, b, row) ?? crossingDays(b, a, row)
      const changes = crossing ?? union([a, b], row)
      if (changes === 'daily') return onlyRealChanges(node, row, everyDay())
      for (const day of changes) days.add(day)
    }
    return days.size > fewDays ? onlyRealChanges(node, row, days) : days
  }

  /** Where two straight lines meet, or an age or a year reaches a constant; null when none is the case. */
  function crossingDays(a: Expr, b: Expr, row: Row): ReadonlySet<number> | null {
    const right = lineOf(b, row)
    if (right === null) return null
    if (Number.isNaN(right.offset)) return never
    const left = lineOf(a, row)
    if (left !== null) {
      const slope = left.slope - right.slope
      const at = Math.floor((right.offset - left.offset) / slope)
      return slope === 0 || !Number.isFinite(at) ? never : new Set([at - 1, at, at + 1, at + 2])
    }
    if (right.slope !== 0 || !Number.isFinite(right.offset)) return null
    const first = Math.floor(right.offset) - 1
    const shift = yearOfMoving(a, row)
    if (shift !== null && Math.abs(first) < 10_000)
      return new Set([0, 1, 2, 3].map((step) => dayNumberOf(first + step, 1, 1) - shift))
    const age = ageOf(a, row)
    if (age === null) return null
    return new Set([0, 1, 2, 3].map((step) => addMonths(age.born, (first + step) * age.months) - age.shift))
  }

  function changesOfCall(node: Call, row: Row): Changes {
    const [first, second] = node.args
    if (first === undefined || node.args.some((arg) => isMissing(arg, row))) return never
    if (node.name === 'yearOf' || node.name === 'monthOf') {
      const line = lineOf(first, row)
      if (line?.slope !== 1) return union(node.args, row)
      return startsOfPeriods(node.name === 'yearOf' ? 12 : 1, line.offset)
    }
    const age = ageOf(node, row)
    if (age !== null) return anniversaries(age)
    if (second !== undefined && (node.name === 'monthsBetween' || isAge(node)))
      return changesCountingDown(first, second, row)
    return union(node.args, row)
  }

  /** First days of years or months, for `on + offset`. */
  function startsOfPeriods(months: number, offset: number): ReadonlySet<number> {
    const days = new Set<number>()
    const { year } = civilOf(window.from + Math.trunc(offset))
    for (let day = dayNumberOf(year, 1, 1); day - offset < window.to; day = addMonths(day, months))
      days.add(Math.ceil(day - offset))
    return days
  }

  function anniversaries(age: Age): ReadonlySet<number> {
    const days = new Set<number>()
    const start = Math.floor(ageInMonths(age.born, window.from + age.shift) / age.months) - 1
    for (let count = start; ; count++) {
      const day = addMonths(age.born, count * age.months) - age.shift
      if (day >= window.to) return days
      days.add(day)
    }
  }

  /** Months from a moving day to a fixed one change near the fixed day's place in each month. */
  function changesCountingDown(moving: Expr, fixed: Expr, row: Row): Changes {
    const [line, end] = [lineOf(moving, row), lineOf(fixed, row)]
    if (line?.slope !== 1 || end?.slope !== 0) return union([moving, fixed], row)
    if (!Number.isFinite(end.offset)) return never
    const days = new Set<number>()
    const start = ageInMonths(end.offset, window.from + line.offset) - 1
    for (let count = start; ; count++) {
      const near = addMonths(end.offset, count) - line.offset
      if (near - 4 >= window.to) return days
      for (let day = near - 4; day <= near + 4; day++) days.add(day)
    }
  }

  /** The node as a straight line over `on`, or null. A line of missing facts has offset NaN and crosses nothing. */
  function lineOf(node: Expr, row: Row): Line | null {
    return remember(knownLines, node, row, () => findLine(node, row))
  }

  function findLine(node: Expr, row: Row): Line | null {
    if (node.kind === 'context') return node.name === 'on' ? { slope: 1, offset: 0 } : { slope: 0, offset: env.here }
    const parts = childrenOf(node)
    const [a, b] = node.kind === 'if' ? [undefined, undefined] : parts.map((part) => lineOfNumeric(part, row))
    if (a !== undefined && a !== null) {
      if (node.kind === 'negate') return { slope: -a.slope, offset: -a.offset }
      if (node.kind === 'binary' && b !== undefined && b !== null) return combine(node.operator, a, b)
      if (node.kind === 'call' && b !== undefined && b !== null) {
        if (node.name === 'daysBetween') return combine('-', b, a)
        if (node.name === 'addDays' && b.slope === 0) return { slope: a.slope, offset: a.offset + Math.trunc(b.offset) }
      }
    }
    // An age or a year that moves is no line; asking whether it is constant would list a lifetime of changes.
    return ageOf(node, row) === null && yearOfMoving(node, row) === null ? constantLine(node, row) : null
  }

  function lineOfNumeric(node: Expr, row: Row): Line | null {
    return ['number', 'money', 'date'].includes(node.type.kind) ? lineOf(node, row) : null
  }

  function constantLine(node: Expr, row: Row): Line | null {
    const changes = changesOf(node, row)
    if (changes === 'daily' || changes.size > 0) return null
    const value = evaluateIn(node, env, row)
    if (value === null) return { slope: 0, offset: Number.NaN }
    return typeof value === 'number' ? { slope: 0, offset: value } : null
  }

  /** For the year of `on + shift`: the shift. */
  function yearOfMoving(node: Expr, row: Row): number | null {
    if (node.kind !== 'call' || node.name !== 'yearOf' || node.args[0] === undefined) return null
    const line = lineOf(node.args[0], row)
    return line?.slope === 1 && Number.isInteger(line.offset) ? line.offset : null
  }

  /** An age, or months between, up to a day that moves with `on`. */
  function ageOf(node: Expr, row: Row): Age | null {
    if (node.kind !== 'call' || !isAge(node)) return null
    const [first, second] = node.args
    if (first === undefined || second === undefined) return null
    const [born, on] = [lineOf(first, row), lineOf(second, row)]
    if (born === null || on === null || born.slope !== 0 || on.slope !== 1) return null
    if (!Number.isFinite(born.offset) || !Number.isInteger(on.offset)) return null
    return { born: born.offset, shift: on.offset, months: node.name === 'ageInYears' ? 12 : 1 }
  }
}

/** What was found for a node, by row. */
type Memory<T> = Map<Expr, Map<number, T>>

function remember<T>(memory: Memory<T>, node: Expr, row: Row, find: () => T): T {
  let byRow = memory.get(node)
  if (byRow === undefined) {
    byRow = new Map()
    memory.set(node, byRow)
  }
  // The index is enough: a node that reads rows reads those of one table only, whatever table is current.
  const key = row === null ? -1 : row.index
  const known = byRow.get(key)
  if (known !== undefined) return known
  const found = find()
  byRow.set(key, found)
  return found
}

interface Age {
  readonly born: number
  /** The age is taken so many days after `on`. */
  readonly shift: number
  readonly months: number
}

function isAge(node: Call): boolean {
  return node.name === 'ageInYears' || node.name === 'ageInMonths' || node.name === 'monthsBetween'
}

function isLogic(operator: BinaryOperator): boolean {
  return operator === 'and' || operator === 'or'
}

function isComparison(operator: BinaryOperator): boolean {
  return ['=', '!=', '<', '<=', '>', '>='].includes(operator)
}

function combine(operator: BinaryOperator, a: Line, b: Line): Line | null {
  if (operator === '+') return { slope: a.slope + b.slope, offset: a.offset + b.offset }
  if (operator === '-') return { slope: a.slope - b.slope, offset: a.offset - b.offset }
  if (operator === '*' && b.slope === 0) return { slope: a.slope * b.offset, offset: a.offset * b.offset }
  if (operator === '*' && a.slope === 0) return { slope: b.slope * a.offset, offset: b.offset * a.offset }
  if (operator === '/' && b.slope === 0 && b.offset !== 0)
    return { slope: a.slope / b.offset, offset: a.offset / b.offset }
  return null
}
