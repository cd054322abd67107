import type { CaseItem, CaseShown } from '../case-types.ts'

/** What can be done to an item from the desk, besides looking. */
export type Mode =
  | 'begin'
  | 'done'
  | 'received'
  | 'more'
  | 'refuse'
  | 'hand-over'
  | 'substitute'
  | 'reopen'
  | 'decide-objection'

/** What the unit that looks may do to an item as it stands, the likeliest first. The service decides again. */
export function modesFor(
  shown: Pick<CaseShown, 'viewer' | 'lead' | 'objections' | 'endedOn' | 'waiting'>,
  item: CaseItem,
): readonly Mode[] {
  const own = item.unit === shown.viewer
  const leads = shown.lead.unit === shown.viewer
  const objected = shown.waiting.some(
    ({ what, who, item: about }) => what === 'decide-objection' && who === shown.viewer && about === item.id,
  )
  const objection: readonly Mode[] = objected ? ['decide-objection'] : []
  if (['done', 'refused', 'stopped'].includes(item.status)) return leads ? [...objection, 'reopen'] : objection
  if (shown.endedOn !== null) return objection
  const passing: readonly Mode[] = own ? ['hand-over', 'substitute'] : leads ? ['hand-over'] : []
  if (item.status === 'ready') return own || leads ? ['begin', ...passing] : passing
  if (!own) return passing
  if (item.status === 'working') return ['done', 'more', 'refuse', ...passing]
  return item.status === 'asked' ? ['received', 'refuse', ...passing] : passing
}
