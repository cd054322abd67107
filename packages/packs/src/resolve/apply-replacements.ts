import { overlaps, parseDay } from '@junheng/kernel'
import type { Benefit, InForce } from '@junheng/entitlements'
import type { BenefitFormat } from '../format/benefit-format.ts'
import type { Item } from '../load/pack.ts'
import { didYouMean, whereIs, type ProblemSink } from './problem-sink.ts'

/** A benefit and the entry it was read from. */
export interface Resolved {
  readonly benefit: Benefit
  readonly item: Item<BenefitFormat>
}

/**
 * Takes out of each inherited benefit the time in which an exception of the place stands in for it. Two exceptions of
 * one benefit that are live at the same time are an error: nobody may guess which wins.
 */
export function applyReplacements(benefits: readonly Resolved[], sink: ProblemSink): readonly Benefit[] {
  const exceptions = new Map<string, Resolved[]>()
  const ids = new Set(benefits.map(({ benefit }) => benefit.id))
  for (const resolved of benefits) {
    const id = resolved.item.data.replaces?.id
    if (id === undefined) continue
    const target = benefits.find(({ benefit }) => benefit.id === id)
    if (target === undefined || target.benefit.pack === resolved.benefit.pack) {
      reportUnknown({ resolved, id, ids, own: target !== undefined, sink })
      continue
    }
    const others = exceptions.get(id) ?? []
    for (const other of others) reportTwoLive({ id, one: resolved, other, sink })
    exceptions.set(id, [...others, resolved])
  }
  return benefits.flatMap(({ benefit }) => remaining(benefit, exceptions.get(benefit.id) ?? []))
}

/** What is left of a benefit; a piece after an exception that ended gets an id of its own. */
function remaining(benefit: Benefit, exceptions: readonly Resolved[]): readonly Benefit[] {
  let pieces: readonly InForce[] = [benefit.inForce]
  for (const { benefit: exception } of exceptions) pieces = pieces.flatMap((piece) => without(piece, exception.inForce))
  return pieces.map((inForce, index) =>
    index === 0 ? { ...benefit, inForce } : { ...benefit, inForce, id: `${benefit.id}-from-${inForce.from ?? ''}` },
  )
}

function without(range: InForce, hole: InForce): readonly InForce[] {
  if (!bothLive(range, hole)) return [range]
  const pieces: InForce[] = []
  if (hole.from !== null && (range.from === null || range.from < hole.from)) {
    pieces.push({ from: range.from, to: hole.from })
  }
  if (hole.to !== null && (range.to === null || hole.to < range.to)) pieces.push({ from: hole.to, to: range.to })
  return pieces
}

function bothLive(a: InForce, b: InForce): boolean {
  return overlaps(dayRange(a), dayRange(b))
}

function dayRange({ from, to }: InForce) {
  return { from: parseDay(from ?? '') ?? null, to: parseDay(to ?? '') ?? null }
}

function reportTwoLive(options: {
  readonly id: string
  readonly one: Resolved
  readonly other: Resolved
  readonly sink: ProblemSink
}): void {
  const { id, one, other, sink } = options
  if (!bothLive(one.benefit.inForce, other.benefit.inForce)) return
  const where = whereIs(other.item)
  const message = {
    zh: `“${id}”同时有两个例外：这里和 ${where}；只能有一个生效`,
    en: `"${id}" has two live exceptions: this one and the one at ${where}; only one can hold`,
  }
  sink.report(one.item, { path: ['replaces'], part: 'key', code: 'two-live-exceptions', message })
}

function reportUnknown(options: {
  readonly resolved: Resolved
  readonly id: string
  readonly ids: ReadonlySet<string>
  readonly own: boolean
  readonly sink: ProblemSink
}): void {
  const { resolved, id, ids, own, sink } = options
  const hint = own ? { zh: '', en: '' } : didYouMean(id, ids)
  const message = own
    ? { zh: `“${id}”是本包自己的，直接改它`, en: `"${id}" is of this very pack: change it there` }
    : { zh: `上级包里没有“${id}”这项福利${hint.zh}`, en: `no benefit "${id}" is inherited${hint.en}` }
  sink.report(resolved.item, { path: ['replaces', 'id'], code: 'unknown-replaced', message })
}
