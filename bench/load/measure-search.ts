import type { Bound } from './bounds.ts'
import type { Measuring } from './measuring.ts'
import { percentiles, shown } from './percentiles.ts'
import { queries, type Sample } from './samples.ts'
import { loadSearches, search } from './search-load.ts'
import type { Session } from './session.ts'

const searchLimitMs = 60

/** Searches by each key from one session, then all sessions at once, calmly and without a pause. */
export async function measureSearch(
  {
    samples,
    sessions,
    grown,
  }: { samples: readonly Sample[]; sessions: readonly Session[]; grown: Map<string, number> },
  { say, seconds, searchSessions }: Measuring,
): Promise<readonly Bound[]> {
  const own = sessions.slice(0, searchSessions)
  const [one] = own
  say(`\n| search and page over HTTP, ms | p50 / p95 / p99 |\n|---|---|`)
  const alone: number[] = []
  for (const [name, text] of Object.entries(queries)) {
    const times: number[] = []
    for (const sample of samples.slice(0, 60)) times.push(one === undefined ? 0 : await search(one, text(sample)))
    alone.push(...times.slice(10))
    say(`| ${name}, one session | ${shown(percentiles(times.slice(10)))} |`)
  }
  grown.set('search, one session, p50 ms', percentiles(alone).p50)
  const calm = await loadSearches(own, { samples, seconds, thinkMs: 2000 })
  const title = `${own.length} sessions, one request in two seconds each`
  for (const [key, found] of Object.entries(calm.byKey)) say(`| ${title}: ${key} | ${shown(found)} |`)
  say(`| ${title}: search | ${shown(calm.searches)} |`)
  say(`| ${title}: person page | ${shown(calm.pages)} |`)
  const busy = await loadSearches(own, { samples, seconds, thinkMs: 0 })
  say(
    `| ${own.length} sessions without a pause: search; requests a second | ${shown(busy.searches)}; ${busy.perSecond.toFixed(0)} |`,
  )
  grown.set('search, p95 ms', calm.searches.p95)
  grown.set('person page, p95 ms', calm.pages.p95)
  grown.set('requests a second without a pause', busy.perSecond)
  return [
    { name: `search, ${own.length} sessions, p95`, found: calm.searches.p95, limit: searchLimitMs, unit: 'ms' },
    ...Object.entries(calm.byKey).map(([key, { p95 }]): Bound => {
      return { name: `search by ${key}, p95`, found: p95, limit: searchLimitMs, unit: 'ms' }
    }),
  ]
}
