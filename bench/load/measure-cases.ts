import { boundsOf, targets, type Bound } from './bounds.ts'
import { loadCases, type CaseLoad } from './case-load.ts'
import type { County } from './county.ts'
import type { Measuring, SignedIn } from './measuring.ts'
import { shown, type Percentiles } from './percentiles.ts'
import type { Sample } from './samples.ts'

/** Everybody reads while births are told, confirmed and worked on, at one rate after the other. */
export async function measureCases(
  loaded: Omit<SignedIn, 'residents'> & {
    readonly residents: Parameters<typeof loadCases>[0]['residents']
    readonly samples: readonly Sample[]
    readonly cases: readonly string[]
    readonly county: County
    readonly grown: Map<string, number>
  },
  { say, seconds, rates, caseSessions }: Measuring,
): Promise<readonly Bound[]> {
  const { county, grown, hospital, residents } = loaded
  const officers = loaded.officers.slice(0, Math.max(1, caseSessions - residents.length - hospital.length))
  const n = officers.length + hospital.length + residents.length
  const options = { ...loaded, officers, today: county.today, thinkMs: 10_000 }
  // Before it counts everybody reads once: statements are prepared, pages compiled, and each cookie is known.
  await loadCases({ ...options, rate: Math.min(5, ...rates), seconds: 20, run: 0 })
  let bounds: readonly Bound[] = []
  for (const [at, rate] of rates.entries()) {
    const found = await loadCases({
      ...options,
      rate,
      seconds: Math.max(seconds, Math.min(30, seconds * 2)),
      run: at + 1,
    })
    say(`\n| ${n} sessions, ${rate} births a second, ms | p50 / p95 / p99 |\n|---|---|`)
    tellLoad(found, say)
    note(grown, found)
    bounds = boundsOfLoad(found, rate)
  }
  return bounds
}

function tellLoad(found: CaseLoad, say: (line: string) => void): void {
  const tell = (times: Readonly<Record<string, Percentiles>>) => {
    for (const [kind, one] of Object.entries(times)) say(`| ${kind} | ${shown(one)} |`)
  }
  tell(found.reads)
  say(`| **all readings** | ${shown(found.allReads)} |`)
  tell(found.writes)
  say(`| **all writings** | ${shown(found.allWrites)} |`)
  say(
    `| readings; births told, confirmed and decided a second | ${found.readsPerSecond.toFixed(0)}; ${found.registrationsPerSecond.toFixed(1)} |`,
  )
  for (const failure of found.failed.slice(0, 3)) say(`failed: ${failure}`)
}

function boundsOfLoad(found: CaseLoad, rate: number): readonly Bound[] {
  return [
    ...boundsOf('readings', found.allReads, targets.reads),
    ...boundsOf('writings', found.allWrites, targets.writes),
    {
      name: 'births told, confirmed and decided',
      found: found.registrationsPerSecond,
      limit: rate * 0.95,
      unit: 'a second',
    },
  ]
}

function note(grown: Map<string, number>, { allReads, allWrites }: CaseLoad): void {
  grown.set('readings of cases, p95 ms', allReads.p95)
  grown.set('writings of cases, p95 ms', allWrites.p95)
}
