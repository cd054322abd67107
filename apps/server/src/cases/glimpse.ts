import type { CaseState } from '@junheng/casework'
import type { Secrets } from '../database/secrets.ts'
import type { QueueRow } from './queue-rows.ts'
import { boundTo, openJson } from './sealed-json.ts'

/** What a line of a queue shows of a case's sealed state. */
export interface Glimpse {
  /** Who it is about, in the words the desk needs to tell cases apart. */
  readonly about: string | null
  /** Since when the version of its procedure is in force. */
  readonly from: CaseState['procedure']['from']
}

/** Cases of which that much stays open: some hundred bytes each. */
const most = 5000

const known = new WeakMap<Secrets, Map<string, { readonly seq: number; readonly glimpse: Glimpse }>>()

/**
 * A page of a queue shows fifty cases and is asked for again and again, while a case changes a few times: opening each state
 * every time was most of the page's work. The row itself was read under the policies; as soon as the case has moved on, its
 * state is opened anew.
 */
export function glimpseOf(secrets: Secrets, region: string, row: Pick<QueueRow, 'case_id' | 'seq' | 'state'>): Glimpse {
  const kept = known.get(secrets) ?? new Map<string, { readonly seq: number; readonly glimpse: Glimpse }>()
  known.set(secrets, kept)
  const key = `${region} ${row.case_id}`
  const there = kept.get(key)
  if (there?.seq === row.seq) return there.glimpse
  const { facts, procedure } = openJson(secrets, boundTo.state(region, row.case_id), row.state) as CaseState
  const words = ['child.name', 'mother.name', 'applicant.name'].flatMap((name) => facts[name] ?? [])
  const glimpse = { about: words.length === 0 ? null : words.join(' · '), from: procedure.from }
  kept.delete(key)
  kept.set(key, { seq: row.seq, glimpse })
  // The one kept longest goes first.
  if (kept.size > most) kept.delete(kept.keys().next().value ?? '')
  return glimpse
}
