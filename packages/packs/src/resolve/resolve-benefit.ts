import type { Expr, Type } from '@junheng/rules'
import type { Amount, Benefit, Condition, SourceDocument, SourceRef } from '@junheng/entitlements'
import type { BenefitFormat } from '../format/benefit-format.ts'
import type { BrokenNames } from '../load/broken-names.ts'
import type { Item, Pack } from '../load/pack.ts'
import type { Path } from '../source/source-file.ts'
import { checkBenefitForm } from './check-benefit-form.ts'
import type { ExpressionReader, ReadExpression } from './expression-reader.ts'
import { didYouMean, type ProblemSink } from './problem-sink.ts'
import type { NamedCondition } from './resolve-conditions.ts'
import type { SourceCheck } from './source-check.ts'
import type { Vocabulary } from './vocabulary.ts'

const date: Type = { kind: 'date' }
const boolean: Type = { kind: 'boolean' }

/** What a benefit is resolved against. */
export interface BenefitContext {
  readonly vocabulary: Vocabulary
  readonly reader: ExpressionReader
  readonly sources: SourceCheck
  readonly sink: ProblemSink
  readonly documents: ReadonlyMap<string, SourceDocument>
  readonly packs: ReadonlyMap<string, Pack>
  readonly conditions: { readonly named: ReadonlyMap<string, NamedCondition>; readonly known: ReadonlySet<string> }
  readonly broken: BrokenNames
}

/** One benefit with every expression parsed and every reference checked; null where one of them is wrong. */
export function resolveBenefit(item: Item<BenefitFormat>, context: BenefitContext): Benefit | null {
  const { data } = item
  const { reader, sources, sink, vocabulary } = context
  const before = sink.problems.length
  const row = [...vocabulary.dictionary.tables.values()].find((table) => table.row === data.subject)?.name ?? null
  sources.check(item, ['source'], data.source)
  checkBenefitForm(item, { vocabulary, sink })
  const optional = (written: unknown, path: Path): Expr | null =>
    written === undefined || written === null ? null : (reader.read(item, { path, row, expect: date })?.expr ?? null)
  const judgedOn: Expr | null =
    data.judgedOn === undefined
      ? { kind: 'context', name: 'on', span: { start: 0, end: 2 }, type: date }
      : optional(data.judgedOn, ['judgedOn'])
  const conditions = resolveConditionList(item, { ...context, row })
  const amount = resolveAmount(item, { reader, row })
  const from = optional(data.from, ['from'])
  const to = optional(data.to, ['to'])
  const starts = optional(data.leave?.starts, ['leave', 'starts'])
  const opens = optional(data.claim?.opens, ['claim', 'opens'])
  const closes = optional(data.claim?.closes, ['claim', 'closes'])
  const sound = !sink.problems.slice(before).some(({ severity }) => severity === 'error')
  if (!sound || judgedOn === null) return null
  const { leave, claim } = data
  return {
    id: data.id,
    pack: item.pack,
    here: context.packs.get(item.pack)?.region ?? 0,
    label: data.label,
    official: data.official,
    kind: data.kind,
    force: data.force,
    subject: data.subject,
    topic: data.topic,
    source: data.source,
    confidence: data.confidence ?? 'confirmed',
    inForce: {
      from: data.inForce === undefined ? issued(data.source, context) : data.inForce.from,
      to: data.inForce?.to ?? null,
    },
    judgedOn,
    oncePerBirth: data.oncePerBirth ?? false,
    conditions,
    from,
    to,
    amount,
    leave:
      leave === null
        ? null
        : {
            chain: leave.chain,
            order: leave.order,
            count: leave.count,
            countConfidence: leave.countConfidence ?? data.confidence ?? 'confirmed',
            starts,
            startsFact: leave.startsFact,
            who: leave.who,
          },
    payer: data.payer,
    provider: data.provider,
    claim: claim === null ? null : { how: claim.how, where: claim.where, papers: claim.papers, opens, closes },
    excludes: data.excludes,
    stops: data.stops,
    note: data.note,
  }
}

function issued(source: SourceRef, { documents }: BenefitContext): string | null {
  return documents.get(source.document)?.issued ?? null
}

function resolveAmount(
  item: Item<BenefitFormat>,
  { reader, row }: { readonly reader: ExpressionReader; readonly row: string | null },
): Amount | null {
  const { amount, confidence } = item.data
  if (amount === null) return null
  const expect: Type = { kind: amount.unit === 'CNY' ? 'money' : 'number' }
  const value = reader.read(item, { path: ['amount', 'value'], row, expect })
  const to: ReadExpression | null =
    amount.to === null ? null : reader.read(item, { path: ['amount', 'to'], row, expect })
  if (value === null || (amount.to !== null && to === null)) return null
  return {
    value: value.expr,
    text: value.text,
    to: to === null ? null : { value: to.expr, text: to.text },
    unit: amount.unit,
    per: amount.per,
    comparator: amount.comparator ?? (to === null ? 'exactly' : 'range'),
    rounding: amount.rounding ?? { mode: 'half-up', step: 1 },
    of: amount.of,
    confidence: amount.confidence ?? confidence ?? 'confirmed',
  }
}

function resolveConditionList(
  item: Item<BenefitFormat>,
  context: BenefitContext & { readonly row: string | null },
): readonly Condition[] {
  const { reader, sources, sink, row } = context
  const { data } = item
  const confidence = data.confidence ?? 'confirmed'
  const seen = new Set<string>()
  return data.conditions.flatMap((written, index): readonly Condition[] => {
    const path = ['conditions', index]
    const id = typeof written === 'string' ? written : 'use' in written ? written.use : written.id
    if (seen.has(id)) {
      const message = { zh: `条件“${id}”写了两次`, en: `the condition "${id}" is written twice` }
      sink.report(item, { path, code: 'duplicate-id', message })
    }
    seen.add(id)
    if (typeof written !== 'string' && written.source !== undefined) {
      sources.check(item, [...path, 'source'], written.source)
    }
    if (typeof written === 'string' || 'use' in written) {
      const where = typeof written === 'string' ? path : [...path, 'use']
      const named = useNamed(item, { ...context, id, path: where })
      if (named === null) return []
      const source = (typeof written === 'string' ? undefined : written.source) ?? named.source ?? data.source
      return [{ id, text: named.text, when: named.when, yes: named.yes, no: named.no, source, confidence }]
    }
    const read = reader.read(item, { path: [...path, 'when'], row, expect: boolean })
    if (read === null) return []
    const source = written.source ?? data.source
    return [{ id, text: read.text, when: read.expr, yes: written.yes, no: written.no, source, confidence }]
  })
}

function useNamed(
  item: Item<BenefitFormat>,
  context: BenefitContext & { readonly row: string | null; readonly id: string; readonly path: Path },
): NamedCondition | null {
  const { conditions, broken, sink, row, id, path } = context
  const named = conditions.named.get(id)
  if (named === undefined) {
    if (conditions.known.has(id) || broken.has(id)) return null
    const hint = didYouMean(id, conditions.known)
    const message = { zh: `没有“${id}”这个条件${hint.zh}`, en: `there is no condition "${id}"${hint.en}` }
    sink.report(item, { path, code: 'unknown-condition', message })
    return null
  }
  if (named.row !== null && named.row !== row) {
    const message = {
      zh: `条件“${id}”说的是 ${named.row} 里的一行，这项福利的 subject 是 ${item.data.subject}`,
      en: `the condition "${id}" is about a row of ${named.row}, but the subject of this benefit is ${item.data.subject}`,
    }
    sink.report(item, { path, code: 'wrong-subject', message })
    return null
  }
  return named
}
