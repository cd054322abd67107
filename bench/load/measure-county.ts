import type { Procedure } from '@junheng/casework'
import type { Pool } from 'pg'
import { demoPlaces } from '../../apps/server/src/demonstration/places.ts'
import type { EmbeddedServer } from '../../apps/server/src/database/embedded/start-embedded.ts'
import { openPool } from '../../apps/server/src/database/connect.ts'
import { boundsOf, targets, type Bound } from './bounds.ts'
import { addressOf, poolAs } from './cluster.ts'
import { loadCases, type CaseLoad } from './case-load.ts'
import type { County } from './county.ts'
import { middle, percentiles, shown, type Percentiles } from './percentiles.ts'
import { drawPeople, region } from './place.ts'
import { startService } from './processes.ts'
import { caseRatio, registrationRatio, type Ratio, type RatioOptions } from './ratios.ts'
import { mothersOf, queries, samplesOf, type Sample } from './samples.ts'
import { loadSearches, search } from './search-load.ts'
import { Session } from './session.ts'
import { hireStaff, type Staffed } from './staff.ts'

/** What can be measured by itself. */
const allParts = ['search', 'cases', 'ratios'] as const
export type Part = (typeof allParts)[number]

/** Parts as they are named in a command, by commas; all where none is. Throws RangeError. */
export function readParts(text: string | undefined): ReadonlySet<Part> {
  if (text === undefined) return new Set(allParts)
  return new Set(
    text.split(',').map((name) => {
      const part = allParts.find((one) => one === name)
      if (part === undefined) throw new RangeError(`parts are ${allParts.join(', ')}, not ${name}`)
      return part
    }),
  )
}

export interface Measuring {
  readonly server: EmbeddedServer
  readonly procedures: readonly Procedure[]
  readonly parts: ReadonlySet<Part>
  /** How long each kind of load lasts. */
  readonly seconds: number
  readonly searchSessions: number
  readonly caseSessions: number
  /** Births a second. */
  readonly rate: number
  readonly say: (line: string) => void
}

/** What of a county is held against that of another size. */
export interface Measured {
  readonly bounds: readonly Bound[]
  /** Middle times and rates, by name. */
  readonly grown: ReadonlyMap<string, number>
}

const searchLimitMs = 60
const memoryLimitMb = 400
const hospitalClerks = 20

/** Everything that is measured of one county, told line by line. */
export async function measureCounty(county: County, measuring: Measuring): Promise<Measured> {
  const { server, say, parts, searchSessions, caseSessions } = measuring
  const batches = [...drawPeople(county.persons, county.today)]
  const samples = samplesOf(batches, 500)
  const residents = Math.floor(caseSessions / 2)
  const mothers = mothersOf(batches, residents)
  const owner = openPool(addressOf(server, county.database))
  try {
    const officers = Math.max(searchSessions, caseSessions - residents - hospitalClerks)
    const places = demoPlaces(batches)
    const staffed = await hireStaff(owner, { places, officers, hospital: hospitalClerks, mothers })
    const address = addressOf(server, county.database)
    const cards = [...staffed.officers, ...staffed.hospital, ...staffed.residents]
    const service = await startService({ address, secrets: server.secrets, cards })
    const grown = new Map<string, number>()
    const bounds: Bound[] = []
    try {
      const sessions = await signIn(service.port, staffed)
      if (parts.has('search'))
        bounds.push(...(await measureSearch({ samples, sessions: sessions.officers, grown }, measuring)))
      const cases = await someCases(owner)
      const people = sessions.residents.flatMap((session, at) => {
        const mother = mothers[at]
        return mother === undefined ? [] : [{ session, mother }]
      })
      if (parts.has('cases'))
        bounds.push(
          ...(await measureCases({ ...sessions, residents: people, samples, cases, county, grown }, measuring)),
        )
      for (const session of Object.values(sessions).flat()) session.end()
    } finally {
      await service.stop()
    }
    const memory = service.mostMemory() / 1e6
    bounds.push({ name: 'memory of the service, most', found: memory, limit: memoryLimitMb, unit: 'MB' })
    if (parts.has('ratios')) await measureRatios({ owner, staffed, mothers, county, grown }, measuring)
    say(`| memory of the service, most | ${memory.toFixed(0)} MB |`)
    return { bounds, grown }
  } finally {
    await owner.end()
  }
}

interface SignedIn {
  readonly officers: readonly Session[]
  readonly hospital: readonly Session[]
  readonly residents: readonly Session[]
}

async function signIn(port: number, { officers, hospital, residents }: Staffed): Promise<SignedIn> {
  const enter = async (cards: readonly { readonly id: string }[]): Promise<readonly Session[]> => {
    const sessions: Session[] = []
    for (const { id } of cards) {
      const session = new Session(port)
      await session.signIn(id)
      sessions.push(session)
    }
    return sessions
  }
  return { officers: await enter(officers), hospital: await enter(hospital), residents: await enter(residents) }
}

async function someCases(owner: Pool): Promise<readonly string[]> {
  const { rows } = await owner.query<{ id: string }>(
    `(select case_id as id from casework.waiting where region = $1 and unit = 'health' limit 300)
     union all (select id from casework.case_row tablesample system (0.5) where region = $1 limit 300)`,
    [region],
  )
  return rows.map(({ id }) => id)
}

async function measureSearch(
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

async function measureCases(
  loaded: Omit<SignedIn, 'residents'> & {
    readonly residents: Parameters<typeof loadCases>[0]['residents']
    readonly samples: readonly Sample[]
    readonly cases: readonly string[]
    readonly county: County
    readonly grown: Map<string, number>
  },
  { say, seconds, rate, caseSessions }: Measuring,
): Promise<readonly Bound[]> {
  const { county, grown, hospital, residents } = loaded
  const officers = loaded.officers.slice(0, Math.max(1, caseSessions - residents.length - hospital.length))
  const n = officers.length + hospital.length + residents.length
  // Statements are prepared and pages compiled before it counts.
  const options = { ...loaded, officers, today: county.today, rate, thinkMs: 10_000 }
  await loadCases({ ...options, rate: Math.min(rate, 5), seconds: Math.min(5, seconds), run: 0 })
  const found = await loadCases({ ...options, seconds: Math.max(seconds, Math.min(30, seconds * 2)), run: 1 })
  say(`\n| ${n} sessions, ${rate} births a second, ms | p50 / p95 / p99 |\n|---|---|`)
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
  note(grown, found)
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

const ratioRuns = 3

async function measureRatios(
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
