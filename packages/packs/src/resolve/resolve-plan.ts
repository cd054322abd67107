import type { Procedure } from '@junheng/casework'
import type { Benefit, Clause, Duty, Target } from '@junheng/entitlements'
import type { Item, Pack } from '../load/pack.ts'
import { whereIs, type ProblemSink } from './problem-sink.ts'
import type { SourceCheck } from './source-check.ts'

/** The plan of a place as its own pack outlines it: clauses, targets, duties. They are not inherited. */
export function resolvePlan(options: {
  readonly pack: Pack
  readonly sources: SourceCheck
  readonly sink: ProblemSink
}): { readonly clauses: readonly Clause[]; readonly targets: readonly Target[]; readonly duties: readonly Duty[] } {
  const { pack, sources, sink } = options
  checkPlanDocument(pack, sink)
  for (const item of [...pack.targets, ...pack.duties]) sources.check(item, ['source'], item.data.source)
  return {
    clauses: pack.clauses.map(({ data }) => data),
    targets: pack.targets.map(({ data }) => ({
      id: data.id,
      label: data.label,
      value: data.value,
      unit: data.unit,
      comparator: data.comparator,
      byYear: data.byYear,
      fromYear: data.fromYear,
      per: data.per,
      scope: data.scope,
      flags: data.flags,
      source: data.source,
    })),
    duties: pack.duties.map(({ data }) => ({
      id: data.id,
      kind: data.kind,
      gist: data.gist,
      lead: data.lead,
      support: data.support,
      joint: data.joint,
      implement: data.implement,
      due: data.due === null ? null : String(data.due),
      every: data.every,
      dueDay: data.dueDay,
      to: data.to,
      source: data.source,
    })),
  }
}

function checkPlanDocument(pack: Pack, sink: ProblemSink): void {
  if (pack.plan === null) {
    const [first] = pack.clauses
    if (first === undefined) return
    const message = { zh: 'pack.yaml 没有写 plan 是哪份文件', en: 'pack.yaml does not say which document is the plan' }
    sink.report(first, { code: 'plan-not-named', message })
    return
  }
  const document = pack.documents.find(({ data }) => data.id === pack.plan)
  if (document === undefined) {
    const message = { zh: `documents 里没有“${pack.plan}”`, en: `"${pack.plan}" is not among the documents` }
    sink.report(pack.manifest, { path: ['plan'], code: 'unknown-document', message })
  }
  if (pack.clauses.length > 0 || pack.problems.some(({ file }) => file.endsWith('/plan.yaml'))) return
  const message = { zh: '有 plan 就要有 plan.yaml', en: 'a pack with a plan needs plan.yaml' }
  sink.report(pack.manifest, { path: ['plan'], code: 'missing-file', message })
}

/** Benefits, targets, duties and procedures share one space of ids: `by` names any of them. */
export function checkSharedIds(options: {
  readonly pack: Pack
  readonly benefits: readonly Benefit[]
  readonly procedures: readonly Procedure[]
  readonly sink: ProblemSink
}): void {
  const { pack, benefits, procedures, sink } = options
  const taken = new Map<string, string>([...procedures, ...benefits].map(({ id, pack: owner }) => [id, owner]))
  const own = new Map<string, Item<unknown>>()
  const benefitIds = new Map(benefits.map(({ id, pack: owner }) => [id, owner]))
  for (const item of [...pack.procedures, ...pack.amendments]) {
    const owner = benefitIds.get(item.data.id)
    if (owner === undefined) continue
    const { id } = item.data
    const message = { zh: `“${id}”已是 ${owner} 的一项福利`, en: `"${id}" is already a benefit of ${owner}` }
    sink.report(item, { path: ['id'], code: 'duplicate-id', message })
  }
  for (const item of [...pack.targets, ...pack.duties]) {
    const { id } = item.data
    const other = own.get(id)
    const where = other === undefined ? taken.get(id) : whereIs(other)
    if (where !== undefined) {
      const message = { zh: `“${id}”已在 ${where} 用过`, en: `"${id}" is already used in ${where}` }
      sink.report(item, { path: ['id'], code: 'duplicate-id', message })
    }
    own.set(id, item)
  }
}
