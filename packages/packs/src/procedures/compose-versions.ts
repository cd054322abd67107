import type { AmendmentFormat, FormFieldFormat, ItemChangeFormat, ProcedureFormat } from '../format/procedure-format.ts'
import type { Item } from '../load/pack.ts'
import type { Path } from '../source/source-file.ts'

/** A part of a version and, for each of its keys, the entry and the place in it that says so. */
export interface Layered<T> {
  readonly data: T
  readonly at: (key: string) => { readonly item: Item<unknown>; readonly path: Path }
}

/** A procedure between two days: the text of the nation with all that lower packs and later days change in it. */
export interface ComposedVersion {
  readonly base: Item<ProcedureFormat>
  readonly amendments: readonly Item<AmendmentFormat>[]
  readonly inForce: { readonly from: string | null; readonly to: string | null }
  readonly form: readonly Layered<FormFieldFormat>[]
  readonly items: readonly Layered<ItemChangeFormat>[]
  readonly pauses: readonly ProcedureFormat['pauses'][number][]
  readonly stops: readonly ProcedureFormat['stops'][number][]
}

type Range = ComposedVersion['inForce']

/**
 * The versions of one procedure, one for every stretch of days with the same amendments.
 *
 * @param amendments the nation's first, the place's last; within a pack by the day they begin
 */
export function composeVersions(
  base: Item<ProcedureFormat>,
  amendments: readonly Item<AmendmentFormat>[],
): readonly ComposedVersion[] {
  const whole: Range = { from: base.data.inForce?.from ?? null, to: base.data.inForce?.to ?? null }
  const ranges = amendments.map(({ data }): Range => ({
    from: data.inForce?.from ?? null,
    to: data.inForce?.to ?? null,
  }))
  const cuts = [...new Set(ranges.flatMap(({ from, to }) => [from, to]))].filter(
    (day): day is string => day !== null && isInside(day, whole),
  )
  const days = [...cuts].sort()
  return [whole.from, ...days].map((from, index) => {
    const inForce = { from, to: days[index] ?? whole.to }
    const live = amendments.filter((_, place) => covers(ranges[place], inForce.from))
    return compose({ base, amendments: live, inForce })
  })
}

function isInside(day: string, { from, to }: Range): boolean {
  return (from === null || from < day) && (to === null || day < to)
}

/** True where the amendment holds on the first day of the stretch. */
function covers(range: Range | undefined, from: string | null): boolean {
  if (range === undefined) return false
  if (range.from !== null && (from === null || from < range.from)) return false
  return range.to === null || (from !== null && from < range.to)
}

function compose(options: {
  readonly base: Item<ProcedureFormat>
  readonly amendments: readonly Item<AmendmentFormat>[]
  readonly inForce: Range
}): ComposedVersion {
  const { base, amendments, inForce } = options
  const layers: readonly Item<ProcedureFormat | AmendmentFormat>[] = [base, ...amendments]
  const items = layer<ItemChangeFormat>(layers, { key: 'items', of: (data) => data.items, idOf: ({ id }) => id })
  return {
    base,
    amendments,
    inForce,
    form: layer<FormFieldFormat>(layers, { key: 'form', of: (data) => data.form, idOf: ({ field }) => field }),
    items: items.filter(({ data }) => data.drop !== true),
    pauses: byId(layers.flatMap(({ data }) => data.pauses)),
    stops: byId(layers.flatMap(({ data }) => data.stops)),
  }
}

/** Entries of all layers by id; a later layer replaces only the keys it states. */
function layer<T extends object>(
  layers: readonly Item<ProcedureFormat | AmendmentFormat>[],
  list: {
    readonly key: 'items' | 'form'
    readonly of: (data: ProcedureFormat | AmendmentFormat) => readonly T[]
    readonly idOf: (entry: T) => string
  },
): readonly Layered<T>[] {
  const merged = new Map<string, Layered<T>>()
  for (const item of layers) {
    for (const [index, entry] of list.of(item.data).entries()) {
      const id = list.idOf(entry)
      const under = merged.get(id)
      const own = { item, path: [list.key, index] }
      merged.set(id, {
        data: { ...under?.data, ...stated(entry) },
        at: (key) => (under === undefined || Object.hasOwn(stated(entry), key) ? own : under.at(key)),
      })
    }
  }
  return [...merged.values()]
}

function stated<T extends object>(entry: T): T {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined)) as T
}

function byId<T extends { readonly id: string }>(entries: readonly T[]): readonly T[] {
  return [...new Map(entries.map((entry) => [entry.id, entry])).values()]
}
