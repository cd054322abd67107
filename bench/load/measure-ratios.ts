import type { Pool } from 'pg'
import { poolAs } from './cluster.ts'
import type { County } from './county.ts'
import type { Measuring } from './measuring.ts'
import { middle } from './percentiles.ts'
import { caseRatio, registrationRatio, type Ratio, type RatioOptions } from './ratios.ts'
import type { Sample } from './samples.ts'
import type { Staffed } from './staff.ts'

const ratioRuns = 3

/** What the service writes a second, held against bare INSERTs of the same rows on the same server. */
export async function measureRatios(
  {
    owner,
    staffed,
    mothers,
    county,
    grown,
  }: {
    readonly owner: Pool
    readonly staffed: Staffed
    readonly mothers: readonly Sample[]
    readonly county: County
    readonly grown: Map<string, number>
  },
  { server, procedures, seconds, say }: Measuring,
): Promise<void> {
  const options: RatioOptions = {
    openApp: () => poolAs(server, county.database, { user: 'app' }),
    owner,
    secrets: server.secrets,
    actors: staffed.officers.map(({ user }) => user),
    today: county.today,
    count: Math.max(40, Math.min(800, seconds * 40)),
  }
  say(`\n| eight clerks at once | a second; bare INSERTs of the same rows; ratio |\n|---|---|`)
  const ratios: [name: string, measure: (run: number) => Promise<Ratio>][] = [
    ['persons registered', () => registrationRatio(options)],
    [
      'births told, confirmed and decided',
      (run) => caseRatio({ ...options, count: Math.ceil(options.count / 4), mothers, procedures, run: run + 2 }),
    ],
  ]
  for (const [name, measure] of ratios) {
    const found: Ratio[] = []
    for (let run = 0; run < ratioRuns; run++) found.push(await measure(run))
    for (const { ours, bare, rows } of found) {
      say(`| ${name} (${rows} rows) | ${ours.toFixed(0)}; ${bare.toFixed(0)}; ${(ours / bare).toFixed(2)} |`)
    }
    const p50 = (values: readonly number[]) => middle(values.map((p95) => ({ p50: 0, p95, p99: 0 }))).p95
    grown.set(`${name}, a second`, p50(found.map(({ ours }) => ours)))
    grown.set(`${name}, ratio`, p50(found.map(({ ours, bare }) => ours / bare)))
  }
}
