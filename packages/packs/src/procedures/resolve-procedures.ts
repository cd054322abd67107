import { checkProcedure, type Procedure, type ProcedureProblem } from '@junheng/casework'
import type { AmendmentFormat } from '../format/procedure-format.ts'
import { duplicateId } from '../load/item-reader.ts'
import type { BrokenNames } from '../load/broken-names.ts'
import type { Item, Pack } from '../load/pack.ts'
import { joinItems, mergeItems } from '../resolve/merge-items.ts'
import { didYouMean, type ProblemSink } from '../resolve/problem-sink.ts'
import { composeVersions, type ComposedVersion } from './compose-versions.ts'
import { resolveVersion, type VersionContext } from './resolve-version.ts'

/** Every version of every procedure of a place; each has passed the publishing check or says why not. */
export function resolveProcedures(
  options: VersionContext & { readonly lineage: readonly Pack[]; readonly broken: BrokenNames },
): readonly Procedure[] {
  const { lineage, broken, sink } = options
  const bases = mergeItems({ lineage, sink, itemsOf: (pack) => pack.procedures, idOf: (data) => data.id })
  const amendments = joinItems({ lineage, sink, itemsOf: (pack) => pack.amendments, idOf: (data) => data.id })
  for (const [id, item] of amendments) {
    const base = bases.get(id)
    if (base !== undefined) sink.problems.push(duplicateId({ id, item, earlier: base }))
    if (bases.has(item.data.amends) || broken.has(item.data.amends)) continue
    const hint = didYouMean(item.data.amends, bases.keys())
    const message = {
      zh: `没有“${item.data.amends}”这个流程${hint.zh}`,
      en: `there is no procedure "${item.data.amends}"${hint.en}`,
    }
    sink.report(item, { path: ['amends'], code: 'unknown-procedure', message })
  }
  return [...bases.values()].flatMap((base) => {
    // An override replaces the whole text, and with it what higher packs had changed in the former one.
    const above = lineage.slice(lineage.findIndex(({ id }) => id === base.pack) + 1).map(({ id }) => id)
    const own = [...amendments.values()].filter(
      ({ data, pack }) => data.amends === base.data.id && !above.includes(pack),
    )
    return composeVersions(base, inOrder(own, lineage)).map((version) => publish(version, options))
  })
}

/** From the nation down to the place; in one pack by the day they begin. */
function inOrder(items: readonly Item<AmendmentFormat>[], lineage: readonly Pack[]): readonly Item<AmendmentFormat>[] {
  const rank = (pack: string): number => lineage.findIndex(({ id }) => id === pack)
  const from = ({ data }: Item<AmendmentFormat>): string => data.inForce?.from ?? ''
  return [...items].sort((a, b) => rank(b.pack) - rank(a.pack) || (from(a) < from(b) ? -1 : from(a) > from(b) ? 1 : 0))
}

function publish(version: ComposedVersion, context: VersionContext): Procedure {
  const { sink } = context
  const before = sink.problems.length
  const procedure = resolveVersion(version, context)
  // What could not be read is reported already; the check would only repeat it in other words.
  if (sink.problems.slice(before).some(({ severity }) => severity === 'error')) return procedure
  for (const problem of checkProcedure(procedure)) reportAt(version, problem, sink)
  return procedure
}

/** Puts a finding of the publishing check at the line of the pack that says so. */
function reportAt(version: ComposedVersion, problem: ProcedureProblem, sink: ProblemSink): void {
  const { base, amendments } = version
  const { at, code, message } = problem
  const [first, index] = at
  const inItem = version.items.find(({ data }) => data.id === problem.item)
  if (inItem !== undefined) {
    const { item, path } = inItem.at(String(first ?? 'id'))
    sink.report(item, { path: [...path, ...at], code, message })
    return
  }
  const field = first === 'form' && typeof index === 'number' ? version.form[index] : undefined
  if (field !== undefined) {
    const key = at[2] ?? 'field'
    const { item, path } = field.at(String(key))
    sink.report(item, { path: [...path, key], code, message })
    return
  }
  const amended = first === 'openedBy' ? amendments.findLast(({ data }) => data.openedBy !== undefined) : undefined
  sink.report(amended ?? base, { path: at, code, message })
}
