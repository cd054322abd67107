import type { InventoryLine } from './message.ts'

/** What we believe a department has been told, and what it has told us. */
export interface OurLine {
  readonly delivery: string
  readonly state: 'waiting' | 'sent' | 'accepted' | 'done' | 'refused' | 'needs-more' | 'cancelled' | 'dead'
}

/**
 * A difference between the two lists. `theirs-only`: they have what we never sent; `never-arrived`: we believe it sent;
 * `answer-lost`: they answered and we do not know; `answer-unknown`: we hold an answer that they do not.
 */
export interface Difference {
  readonly delivery: string
  readonly kind: 'theirs-only' | 'never-arrived' | 'answer-lost' | 'answer-unknown'
  readonly ours: OurLine['state'] | null
  readonly theirs: InventoryLine['state'] | null
}

/** What need not have arrived; what was given up and is done by hand counts as cancelled. */
const notSent = new Set<string>(['waiting', 'dead', 'cancelled'])
const ended = new Set(['done', 'refused', 'needs-more', 'cancelled'])

/** Both ways, by delivery, in the order of the ids. What was not sent or was taken back (waiting, dead, cancelled) need not be there. */
export function reconcile(ours: readonly OurLine[], theirs: readonly InventoryLine[]): readonly Difference[] {
  const mine = new Map(ours.map((line) => [line.delivery, line.state]))
  const other = new Map(theirs.map((line) => [line.delivery, line.state]))
  const ids = [...new Set([...mine.keys(), ...other.keys()])].sort()
  return ids.flatMap((delivery) => {
    const kind = differenceOf(mine.get(delivery), other.get(delivery))
    return kind === undefined
      ? []
      : [{ delivery, kind, ours: mine.get(delivery) ?? null, theirs: other.get(delivery) ?? null }]
  })
}

function differenceOf(
  ours: OurLine['state'] | undefined,
  theirs: InventoryLine['state'] | undefined,
): Difference['kind'] | undefined {
  if (ours === undefined) return 'theirs-only'
  if (theirs === undefined) return notSent.has(ours) ? undefined : 'never-arrived'
  if (ours === theirs) return undefined
  if (ended.has(theirs)) return 'answer-lost'
  return ended.has(ours) ? 'answer-unknown' : undefined
}
