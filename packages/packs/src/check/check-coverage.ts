import type { Procedure } from '@junheng/casework'
import type { Benefit, Place, SourceRef } from '@junheng/entitlements'
import type { BrokenNames } from '../load/broken-names.ts'
import type { Item, Pack } from '../load/pack.ts'
import { didYouMean, type ProblemSink } from '../resolve/problem-sink.ts'

/**
 * Both directions of the tie between plan and product: what a part names exists and cites that clause, and what the
 * pack takes from the plan is named by some part. A benefit that rests on a higher law may carry out any clause.
 */
export function checkCoverage(options: {
  readonly pack: Pack
  readonly place: Place
  readonly procedures: readonly Procedure[]
  /** Benefits that are there but could not be put together: their own errors are enough. */
  readonly unresolved: BrokenNames
  readonly sink: ProblemSink
}): void {
  const { pack, place, procedures, unresolved, sink } = options
  const cited = citedClauses(place, procedures)
  const reached = new Set<string>()
  for (const item of pack.clauses) {
    for (const [index, part] of item.data.parts.entries()) {
      const path = ['parts', index]
      const narrative = part.kind === 'narrative'
      if (part.by.length === 0 && !part.promised && !narrative) {
        const message = {
          zh: '这一部分没有落实它的条目：写 by，或写 promised: true',
          en: 'nothing carries this part out: write `by`, or `promised: true`',
        }
        sink.report(item, { path, code: 'unmarked', message })
      }
      if (part.promised && (part.by.length > 0 || narrative)) {
        const message = {
          zh: 'promised 只用于还没有落实的部分，不能与 by 或 narrative 同写',
          en: '`promised` is for what nothing carries out yet: not beside `by`, not for a narrative',
        }
        sink.report(item, { path: [...path, 'promised'], code: 'promised-but-live', message })
      }
      for (const [at, id] of part.by.entries()) {
        reached.add(id)
        if (!unresolved.has(id)) checkCarrier({ item, path: [...path, 'by', at], id, cited, sink })
      }
    }
  }
  reportUncovered({ pack, reached, sink })
}

/** For each benefit, target, duty and procedure of the place: the plan clauses it cites, or null where it rests on a higher law. */
function citedClauses(place: Place, procedures: readonly Procedure[]): ReadonlyMap<string, readonly string[] | null> {
  const cited = new Map<string, readonly string[] | null>()
  for (const { id } of procedures) {
    const versions = procedures.filter((procedure) => procedure.id === id)
    const clauses = versions.flatMap(sourcesOf).filter(({ document }) => document === place.plan)
    cited.set(id, clauses.length === 0 ? null : clauses.map(({ clause }) => clause))
  }
  for (const benefit of place.benefits) {
    const clauses = clausesOf(benefit, place)
    cited.set(benefit.id, clauses.length === 0 ? null : clauses)
  }
  for (const { id, source } of [...place.targets, ...place.duties]) cited.set(id, [source.clause])
  return cited
}

function sourcesOf({ source, items }: Procedure): readonly SourceRef[] {
  return [source, ...items.flatMap((item) => [item.source, ...item.clocks.map((clock) => clock.source)])]
}

function clausesOf({ source, conditions }: Benefit, { plan }: Place): readonly string[] {
  const sources = [source, ...conditions.map((condition) => condition.source)]
  return sources.filter(({ document }) => document === plan).map(({ clause }) => clause)
}

function checkCarrier(options: {
  readonly item: Item<Pack['clauses'][number]['data']>
  readonly path: readonly (string | number)[]
  readonly id: string
  readonly cited: ReadonlyMap<string, readonly string[] | null>
  readonly sink: ProblemSink
}): void {
  const { item, path, id, cited, sink } = options
  const clauses = cited.get(id)
  if (clauses === undefined) {
    const hint = didYouMean(id, cited.keys())
    const message = {
      zh: `没有叫“${id}”的福利、目标、职责或流程${hint.zh}`,
      en: `there is no benefit, target, duty or procedure "${id}"${hint.en}`,
    }
    sink.report(item, { path, code: 'unknown-carrier', message })
  } else if (clauses !== null && !clauses.includes(item.data.path)) {
    const where = clauses.join('、') || '—'
    const message = {
      zh: `“${id}”引的是 ${where}，不是这一条`,
      en: `"${id}" cites ${where}, not this clause`,
    }
    sink.report(item, { path, code: 'carrier-cites-another', message })
  }
}

function reportUncovered(options: {
  readonly pack: Pack
  readonly reached: ReadonlySet<string>
  readonly sink: ProblemSink
}): void {
  const { pack, reached, sink } = options
  if (pack.plan === null || pack.clauses.length === 0) return
  for (const item of [...pack.benefits, ...pack.targets, ...pack.duties, ...pack.procedures, ...pack.amendments]) {
    const { source } = item.data
    const id = 'amends' in item.data ? item.data.amends : item.data.id
    if (source.document !== pack.plan || reached.has(id)) continue
    const message = {
      zh: `plan.yaml 的 ${source.clause} 没有一部分由“${id}”落实`,
      en: `no part of clause ${source.clause} in plan.yaml is carried out by "${id}"`,
    }
    sink.report(item, { path: ['id'], code: 'uncovered', message })
  }
}
