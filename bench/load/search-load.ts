import { setTimeout as pause } from 'node:timers/promises'
import { percentiles, type Percentiles } from './percentiles.ts'
import { queries, type Sample } from './samples.ts'
import type { Session } from './session.ts'

export interface SearchLoad {
  readonly searches: Percentiles
  readonly byKey: Readonly<Record<string, Percentiles>>
  readonly pages: Percentiles
  readonly perSecond: number
}

/**
 * All sessions at once for so long: four searches, then the page of somebody, with `thinkMs` between two requests on the
 * average (any time up to twice as long). 0: the next one at once.
 */
export async function loadSearches(
  sessions: readonly Session[],
  {
    samples,
    seconds,
    thinkMs,
  }: { readonly samples: readonly Sample[]; readonly seconds: number; readonly thinkMs: number },
): Promise<SearchLoad> {
  const kinds = Object.entries(queries)
  const times = new Map<string, number[]>(kinds.map(([kind]) => [kind, []]))
  const pages: number[] = []
  const started = performance.now()
  await Promise.all(
    sessions.map(async (session, i) => {
      const draw = sequence(i)
      await pause(thinkMs * 2 * (i / sessions.length))
      for (let at = 0; performance.now() - started < seconds * 1000; at++) {
        const sample = samples[draw() % samples.length]
        const [kind, text] = kinds[(at + i) % kinds.length] ?? []
        if (sample === undefined || kind === undefined || text === undefined) continue
        if (at % 5 === 4) {
          const body = { purpose: 'registration', fields: [], births: true }
          pages.push((await session.post(`/api/people/${sample.id}/read`, body)).ms)
        } else {
          times.get(kind)?.push(await search(session, text(sample)))
        }
        if (thinkMs > 0) await pause((draw() / 2_147_483_648) * 2 * thinkMs)
      }
    }),
  )
  const searches = [...times.values()].flat()
  return {
    searches: percentiles(searches),
    byKey: Object.fromEntries([...times].map(([kind, found]) => [kind, percentiles(found)])),
    pages: percentiles(pages),
    perSecond: (searches.length + pages.length) / ((performance.now() - started) / 1000),
  }
}

export async function search(session: Session, text: string): Promise<number> {
  return (await session.post('/api/people/search', { text, purpose: 'registration' })).ms
}

/** A fixed sequence for each session, 0 to 2³¹ − 1, so that every run asks the same. */
export function sequence(of: number): () => number {
  let state = of * 7919 + 17
  return () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648)
}
