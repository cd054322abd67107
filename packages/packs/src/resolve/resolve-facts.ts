import type { FactInfo } from '@junheng/entitlements'
import type { FactFormat } from '../format/dictionary-format.ts'
import type { Item } from '../load/pack.ts'
import type { ExpressionReader } from './expression-reader.ts'
import type { ProblemSink } from './problem-sink.ts'
import type { SourceCheck } from './source-check.ts'
import type { Vocabulary } from './vocabulary.ts'

/** The facts of a place; a derived one carries its expression. */
export function resolveFacts(options: {
  readonly vocabulary: Vocabulary
  readonly reader: ExpressionReader
  readonly sources: SourceCheck
  readonly sink: ProblemSink
}): readonly FactInfo[] {
  const { vocabulary, reader, sources } = options
  return [...vocabulary.facts.values()].flatMap((item): readonly FactInfo[] => {
    const { data } = item
    const declaration = vocabulary.dictionary.facts.get(data.name)
    if (declaration === undefined) return []
    if (data.source !== undefined) sources.check(item, ['source'], data.source)
    const { type, table } = declaration
    const is = data.is === undefined ? null : reader.read(item, { path: ['is'], row: table, expect: type })
    return [
      {
        name: data.name,
        type,
        table,
        label: data.label,
        question: data.question,
        help: data.help,
        unit: data.unit,
        ask: data.is === undefined ? (data.ask ?? 'auto') : 'derived',
        topic: data.topic,
        is: is?.expr ?? null,
        min: data.min,
        max: data.max,
      },
    ]
  })
}

/** Says where computed facts need each other in a circle, at the first of them that a pack wrote. */
export function reportFactCycle(options: {
  readonly cycle: readonly string[]
  readonly facts: ReadonlyMap<string, Item<FactFormat>>
  readonly fallback: Item<unknown>
  readonly sink: ProblemSink
}): void {
  const { cycle, facts, fallback, sink } = options
  const item = cycle.map((name) => facts.get(name)).find((found) => found !== undefined)
  const path = cycle.join(' → ')
  const message = { zh: `算出来的事实互相依赖：${path}`, en: `computed facts need each other in a circle: ${path}` }
  sink.report(item ?? fallback, { ...(item === undefined ? {} : { path: ['is'] }), code: 'fact-cycle', message })
}
