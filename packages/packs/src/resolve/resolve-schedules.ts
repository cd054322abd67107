import type { Schedule, Span } from '@junheng/entitlements'
import type { ScheduleFormat } from '../format/schedule-format.ts'
import type { Item, Pack } from '../load/pack.ts'
import { mergeItems } from './merge-items.ts'
import { didYouMean, type ProblemSink } from './problem-sink.ts'
import type { SourceCheck } from './source-check.ts'

/** What children are due by age; a step may wait for an earlier one of the same schedule only. */
export function resolveSchedules(options: {
  readonly lineage: readonly Pack[]
  readonly sources: SourceCheck
  readonly sink: ProblemSink
}): readonly Schedule[] {
  const { lineage, sources, sink } = options
  const items = mergeItems({ lineage, sink, itemsOf: (pack) => pack.schedules, idOf: (data) => data.id })
  return [...items.values()].map((item): Schedule => {
    const { data } = item
    sources.check(item, ['source'], data.source)
    checkSteps(item, sink)
    return {
      id: data.id,
      kind: data.kind,
      label: data.label,
      source: data.source,
      confidence: data.confidence ?? 'confirmed',
      stops: data.stops,
      steps: data.steps.map(({ id, label, from, before, after, note }) => ({
        id,
        label,
        from: spanOf(from),
        before: before === null ? null : spanOf(before),
        after: after === null ? null : { step: after.step, span: spanOf(after.by) },
        note,
      })),
    }
  })
}

type WrittenSpan = ScheduleFormat['steps'][number]['from']

function spanOf(span: WrittenSpan): Span {
  return 'days' in span ? { count: span.days, unit: 'days' } : { count: span.months, unit: 'months' }
}

function checkSteps(item: Item<ScheduleFormat>, sink: ProblemSink): void {
  const earlier = new Set<string>()
  for (const [index, step] of item.data.steps.entries()) {
    const path = ['steps', index]
    if (earlier.has(step.id)) {
      const message = { zh: `“${step.id}”写了两次`, en: `"${step.id}" is written twice` }
      sink.report(item, { path: [...path, 'id'], code: 'duplicate-id', message })
    }
    if (step.after !== null && !earlier.has(step.after.step)) {
      const hint = didYouMean(step.after.step, earlier)
      const message = {
        zh: `前面没有“${step.after.step}”这一步${hint.zh}`,
        en: `no earlier step is called "${step.after.step}"${hint.en}`,
      }
      sink.report(item, { path: [...path, 'after', 'step'], code: 'unknown-step', message })
    }
    earlier.add(step.id)
  }
}
