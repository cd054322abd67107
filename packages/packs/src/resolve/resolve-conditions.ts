import type { Expr, Text } from '@junheng/rules'
import type { SourceRef } from '@junheng/entitlements'
import type { NamedConditionFormat } from '../format/condition-format.ts'
import type { Item, Pack } from '../load/pack.ts'
import { findCycle } from './cycle.ts'
import type { ExpressionReader } from './expression-reader.ts'
import { mergeItems } from './merge-items.ts'
import { didYouMean, type ProblemSink } from './problem-sink.ts'
import type { SourceCheck } from './source-check.ts'

/** A condition of conditions.yaml, ready for the benefits that use it. */
export interface NamedCondition {
  readonly id: string
  readonly text: string
  readonly when: Expr
  /** The table whose row it is about, or null where it is about the household. */
  readonly row: string | null
  readonly yes: Text | null
  readonly no: Text | null
  readonly source: SourceRef | null
}

/** The named conditions of a place; `known` also holds those whose expression is wrong. */
export function resolveConditions(options: {
  readonly lineage: readonly Pack[]
  readonly reader: ExpressionReader
  readonly sources: SourceCheck
  readonly sink: ProblemSink
}): { readonly named: ReadonlyMap<string, NamedCondition>; readonly known: ReadonlySet<string> } {
  const { lineage, reader, sources, sink } = options
  const items = mergeItems({ lineage, sink, itemsOf: (pack) => pack.conditions, idOf: (data) => data.id })
  const named = new Map<string, NamedCondition>()
  for (const item of items.values()) checkForm(item, items, sources, sink)
  const cycle = findCycle(items.keys(), (id) => partsOf(items.get(id)))
  const first = items.get(cycle?.[0] ?? '')
  if (cycle !== null && first !== undefined) {
    const path = cycle.join(' → ')
    const message = { zh: `条件互相引用成环：${path}`, en: `conditions use each other in a circle: ${path}` }
    sink.report(first, { code: 'condition-cycle', message })
    return { named, known: new Set(items.keys()) }
  }
  const resolve = (id: string): NamedCondition | null => {
    const done = named.get(id)
    const item = items.get(id)
    if (done !== undefined || item === undefined) return done ?? null
    const { data } = item
    const made =
      data.when === undefined
        ? joined(item, partsOf(item).map(resolve))
        : reader.readAnywhere(item, { path: ['when'], expect: { kind: 'boolean' } })
    if (made === null) return null
    const condition: NamedCondition = {
      id,
      text: made.text,
      when: made.expr,
      row: made.row,
      yes: data.yes,
      no: data.no,
      source: data.source ?? null,
    }
    named.set(id, condition)
    return condition
  }
  for (const id of items.keys()) resolve(id)
  return { named, known: new Set(items.keys()) }
}

function partsOf(item: Item<NamedConditionFormat> | undefined): readonly string[] {
  return item?.data.all ?? item?.data.any ?? []
}

function checkForm(
  item: Item<NamedConditionFormat>,
  items: ReadonlyMap<string, unknown>,
  sources: SourceCheck,
  sink: ProblemSink,
): void {
  const { data } = item
  if (data.source !== undefined) sources.check(item, ['source'], data.source)
  if ([data.when, data.all, data.any].filter((form) => form !== undefined).length !== 1) {
    const message = { zh: 'when、all、any 要且只要一个', en: 'it needs exactly one of when, all, any' }
    sink.report(item, { code: 'condition-form', message })
  }
  const key = data.all === undefined ? 'any' : 'all'
  for (const [index, id] of partsOf(item).entries()) {
    if (items.has(id)) continue
    const hint = didYouMean(id, items.keys())
    const message = { zh: `没有“${id}”这个条件${hint.zh}`, en: `there is no condition "${id}"${hint.en}` }
    sink.report(item, { path: [key, index], code: 'unknown-condition', message })
  }
}

function joined(
  item: Item<NamedConditionFormat>,
  parts: readonly (NamedCondition | null)[],
): { readonly text: string; readonly expr: Expr; readonly row: string | null } | null {
  const operator = item.data.all === undefined ? 'or' : 'and'
  const sound = parts.filter((part) => part !== null)
  const [first, ...rest] = sound
  if (first === undefined || sound.length !== parts.length) return null
  const expr = rest.reduce<Expr>(
    (left, part) => ({
      kind: 'binary',
      operator,
      left,
      right: part.when,
      span: { start: 0, end: 0 },
      type: { kind: 'boolean' },
    }),
    first.when,
  )
  const text = sound.map((part) => `(${part.text})`).join(` ${operator} `)
  return { text, expr, row: sound.find((part) => part.row !== null)?.row ?? null }
}
