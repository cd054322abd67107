import { duplicateId } from '../load/item-reader.ts'
import type { Item, Pack } from '../load/pack.ts'
import { didYouMean, whereIs, type ProblemSink } from './problem-sink.ts'

/**
 * The entries of one kind that hold in a place, by id: what the nation declares, then each lower pack's own.
 * An id that is already there needs `overrides: <the pack it comes from>`; anything else is an error.
 *
 * @param lineage the place first, the nation last
 */
export function mergeItems<T extends { readonly overrides?: string | undefined }>(options: {
  readonly lineage: readonly Pack[]
  readonly itemsOf: (pack: Pack) => readonly Item<T>[]
  readonly idOf: (data: T) => string
  readonly sink: ProblemSink
}): ReadonlyMap<string, Item<T>> {
  const { lineage, sink } = options
  const merged = new Map<string, Item<T>>()
  for (const { id, item } of fromAbove(options)) {
    checkOverride({ id, item, inherited: merged.get(id), lineage, sink })
    merged.set(id, item)
  }
  return merged
}

/** Every entry with its id, the nation's first. */
function fromAbove<T>({
  lineage,
  itemsOf,
  idOf,
}: {
  readonly lineage: readonly Pack[]
  readonly itemsOf: (pack: Pack) => readonly Item<T>[]
  readonly idOf: (data: T) => string
}): readonly { readonly id: string; readonly item: Item<T> }[] {
  return lineage.toReversed().flatMap((pack) => itemsOf(pack).map((item) => ({ id: idOf(item.data), item })))
}

function checkOverride<T extends { readonly overrides?: string | undefined }>(options: {
  readonly id: string
  readonly item: Item<T>
  readonly inherited: Item<T> | undefined
  readonly lineage: readonly Pack[]
  readonly sink: ProblemSink
}): void {
  const { id, item, inherited, lineage, sink } = options
  const named = item.data.overrides
  if (named === undefined) {
    if (inherited === undefined) return
    const message = {
      zh: `“${id}”已在上级包 ${inherited.pack}（${whereIs(inherited)}）中；要改写它请加 overrides: ${inherited.pack}`,
      en: `"${id}" is inherited from ${inherited.pack} (${whereIs(inherited)}); to change it add overrides: ${inherited.pack}`,
    }
    sink.report(item, { code: 'override-not-stated', message })
    return
  }
  if (inherited !== undefined && inherited.pack === named) return
  const hint = didYouMean(
    named,
    lineage.map((pack) => pack.id),
  )
  const message =
    inherited === undefined
      ? {
          zh: `上级包里没有“${id}”可以改写${hint.zh}`,
          en: `nothing called "${id}" is inherited, so nothing can be overridden${hint.en}`,
        }
      : {
          zh: `“${id}”现行的是 ${inherited.pack} 的（${whereIs(inherited)}），overrides 要写 ${inherited.pack}`,
          en: `the "${id}" in force is that of ${inherited.pack} (${whereIs(inherited)}): write overrides: ${inherited.pack}`,
        }
  sink.report(item, { path: ['overrides'], code: 'wrong-override', message })
}

/** Entries nobody may override (documents): an id used above is simply taken. */
export function joinItems<T>(options: {
  readonly lineage: readonly Pack[]
  readonly itemsOf: (pack: Pack) => readonly Item<T>[]
  readonly idOf: (data: T) => string
  readonly sink: ProblemSink
}): ReadonlyMap<string, Item<T>> {
  const joined = new Map<string, Item<T>>()
  for (const { id, item } of fromAbove(options)) {
    const earlier = joined.get(id)
    if (earlier === undefined) joined.set(id, item)
    else options.sink.problems.push(duplicateId({ id, item, earlier }))
  }
  return joined
}
