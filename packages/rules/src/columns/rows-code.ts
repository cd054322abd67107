/** Questions about the rows of a child table: `some`, `every`, `count`, `sum`. */
import type { Aggregate, Fact, Quantified } from '../ast.ts'
import { bitAnd, bitNot, bitOr, eitherMissing, falseOf, missingOf } from './mask-code.ts'
import { real } from './number-code.ts'
import { asMask, asNumeric, constantWhole, fitsInt, type Mask, type Numeric, type Operand } from './operand.ts'
import type { Place } from './place.ts'
import type { HouseholdWriter, RowWriter } from './writer.ts'

/** What is known of the table outside its loop. */
interface Rows {
  /** Where the table is unknown; null: nowhere. */
  readonly unknown: string | null
  readonly maxRows: number
  readonly writer: HouseholdWriter
}

export function rowsOperand(expr: Quantified | Aggregate, place: Place): Operand {
  const table = place.inputs.table(expr.table)
  if (table === null) return { kind: 'nothing' }
  const writer = place.writer.household
  const unknown = table.unknown === null ? null : writer.let(`-(${table.unknown}[h] !== 0)`)
  const rows: Rows = { unknown, maxRows: table.maxRows, writer }
  const bounds = rowBounds(writer, table.offsets)
  if (!('of' in expr)) {
    const truth = writer.inRows(expr.table, bounds, (w) => gatherTruth(expr, w, place))
    return quantified(expr.kind, rows, truth)
  }
  const total = writer.inRows(expr.table, bounds, (w) => gatherTotal(expr, w, place, rows.maxRows))
  return aggregated(rows, total)
}

export function rowBounds(writer: HouseholdWriter, offsets: string): readonly [string, string] {
  return [writer.let(`${offsets}[h] | 0`), writer.let(`${offsets}[h + 1] | 0`)]
}

function within(writer: RowWriter, place: Place, table: string): Place {
  return { ...place, writer, row: { table, index: writer.index } }
}

interface Truth {
  readonly decided: string
  readonly undecided: string | null
}

/** One row decides `some` by being true and `every` by being false; one that cannot be judged leaves it open. */
function gatherTruth({ kind, where, table }: Quantified, w: RowWriter, place: Place): Truth {
  const each = asMask(place.operandOf(where, within(w, place, table)))
  const decided = w.gather(`$ |= ${kind === 'some' ? each.yes : falseOf(w, each)}`)
  const missing = missingOf(w, each)
  return { decided, undecided: missing === null ? null : w.gather(`$ |= ${missing}`) }
}

function quantified(kind: Quantified['kind'], { unknown, writer }: Rows, { decided, undecided }: Truth): Mask {
  const sure = unknown === null ? decided : bitAnd(writer, decided, bitNot(writer, unknown))
  const open = eitherMissing(writer, undecided, unknown)
  const rest = bitNot(writer, open === null ? decided : bitOr(writer, decided, open))
  if (kind === 'some') return { kind: 'mask', yes: sure, no: open === null ? null : rest }
  return { kind: 'mask', yes: rest, no: open === null ? null : sure }
}

interface Total {
  readonly total: string
  readonly undecided: string | null
  readonly whole: boolean
  readonly low: number
  readonly high: number
}

function gatherTotal(
  { where, of, value: added, table }: Aggregate,
  w: RowWriter,
  place: Place,
  maxRows: number,
): Total {
  const row = within(w, place, table)
  const chosen: Mask = where === null ? { kind: 'mask', yes: '-1', no: null } : asMask(place.operandOf(where, row))
  const value = of === null ? constantWhole(1) : asNumeric(place.operandOf(added ?? factNode(of, table), row))
  const [low, high] = [Math.min(0, value.low * maxRows), Math.max(0, value.high * maxRows)]
  const whole = value.kind === 'whole' && value.over === 1 && fitsInt(low, high)
  const total = w.gather(
    whole ? `$ = ($ + ${bitAnd(w, value.code, chosen.yes)}) | 0` : `$ += ${chosen.yes} ? ${value.code} : 0`,
  )
  const missingValue = value.missing === null ? null : bitAnd(w, chosen.yes, value.missing)
  const missing = eitherMissing(w, missingOf(w, chosen), missingValue)
  return { total, undecided: missing === null ? null : w.gather(`$ |= ${missing}`), whole, low, high }
}

function aggregated({ unknown, writer }: Rows, { total, undecided, whole, low, high }: Total): Numeric {
  const missing = eitherMissing(writer, undecided, unknown)
  return whole ? { kind: 'whole', code: total, low, high, over: 1, missing } : real(total, low, high, missing)
}

/** The summed fact as a node of its own. */
function factNode(name: string, table: string): Fact {
  return { kind: 'fact', name, table, span: { start: 0, end: 0 }, type: { kind: 'number' } }
}
