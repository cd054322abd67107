/**
 * The register under load: `npm run bench:load [-- PERSONS]`, default 1,000,000. Synthetic people come in by import, two
 * hundred staff sign in over HTTP, search and read pages; eight clerks register. First with 10,000 people, then with all.
 * The database keeps what it commits, as a service's does.
 */
import { readFileSync } from 'node:fs'
import { openPool } from '../../apps/server/src/database/connect.ts'
import { startTemporary } from '../../apps/server/src/database/embedded/start-embedded.ts'
import { migrate, readMigrations } from '../../apps/server/src/database/migrate.ts'
import { setRolePasswords } from '../../apps/server/src/database/roles.ts'
import { bring, drawPeople, samplesOf, type Sample } from './fill.ts'
import { middle, percentiles, shown } from './percentiles.ts'
import { bareInserts, registrations } from './registrations.ts'
import { load, queries, Session, startOffice } from './sessions.ts'
import { hireStaff } from './staff.ts'

const persons = Number(process.argv[2] ?? 1_000_000)
/** How long each kind of load lasts. */
const seconds = Number(process.env['BENCH_SECONDS'] ?? 20)
const first = Math.min(10_000, persons)
const sessionCount = 200
const runs = 3

const server = await startTemporary([
  'fsync=on',
  'synchronous_commit=on',
  'full_page_writes=on',
  'shared_buffers=128MB',
  'work_mem=8MB',
  'wal_compression=on',
])
const address = { host: '127.0.0.1', port: server.port, database: 'postgres', user: 'postgres' }
const owner = openPool({ ...address, password: server.secrets.superuser })
const app = openPool({ ...address, user: 'junheng_app', password: server.secrets.app })
try {
  const client = await owner.connect()
  await migrate(client, await readMigrations())
  await setRolePasswords(client, server.secrets)
  client.release()
  const staff = await hireStaff(owner, sessionCount)
  const all = drawPeople(persons)
  const early = all.slice(0, Math.max(1, Math.round((first / persons) * all.length)))
  const options = { app, secrets: server.secrets, actor: staff.actors[0] ?? '', all }
  await stage('imported', early.length, () => bring(early, options))
  await measure(samplesOf(early, 500))
  if (all.length > early.length) {
    await stage('imported', all.length, () => bring(all.slice(early.length), options))
    await measure(samplesOf(all, 500))
  }

  async function stage(what: string, batches: number, run: () => Promise<number>): Promise<void> {
    const rate = await run()
    await owner.query('vacuum analyze')
    const { rows } = await owner.query<{ size: string; n: number }>(
      `select pg_size_pretty(pg_database_size(current_database())) as size, (select count(*) from register.person) as n`,
    )
    say(
      `\n## ${rows[0]?.n.toLocaleString('en') ?? ''} persons (${batches} batches ${what} at ${rate.toFixed(0)} persons/s, ${rows[0]?.size ?? ''} on disk)\n`,
    )
  }

  async function measure(samples: readonly Sample[]): Promise<void> {
    const office = await startOffice({
      address: { ...address, password: '' },
      secrets: server.secrets,
      cards: staff.cards,
    })
    const sessions = staff.cards.map(() => new Session(office.port))
    for (const [i, session] of sessions.entries()) await session.signIn(staff.cards[i]?.id ?? '')
    say(`| over HTTP, ms | p50 / p95 / p99 |\n|---|---|`)
    const [one] = sessions
    for (const [name, text] of Object.entries(queries)) {
      const times: number[] = []
      for (const sample of samples.slice(0, 150)) {
        times.push((await one?.post('/api/people/search', { text: text(sample), purpose: 'registration' })) ?? 0)
      }
      say(`| ${name}, one session | ${shown(percentiles(times))} |`)
    }
    for (const [label, thinkMs] of [
      ['one request in two seconds each', 2000],
      ['no pause at all', 0],
    ] as const) {
      const found = []
      for (let run = 0; run < runs; run++) found.push(await load(sessions, { samples, seconds, thinkMs }))
      const rate = found.map(({ perSecond }) => perSecond).toSorted((a, b) => a - b)[1] ?? 0
      say(`| ${sessionCount} sessions, ${label}: search | ${shown(middle(found.map(({ searches }) => searches)))} |`)
      say(`| the same: person page | ${shown(middle(found.map(({ pages }) => pages)))} |`)
      say(`| requests a second; load of the machine | ${rate.toFixed(0)}; ${loadOfMachine()} |`)
    }
    say(`| memory of the service, most | ${(office.mostMemory() / 1e6).toFixed(0)} MB |`)
    for (const session of sessions) session.end()
    await office.stop()
    const ratios: number[] = []
    for (let run = 0; run < runs; run++) {
      const ours = await registrations({ app, secrets: server.secrets, actors: staff.actors })
      const bare = await bareInserts(owner)
      say(
        `| registrations a second; bare INSERTs; ratio | ${ours.toFixed(0)}; ${bare.toFixed(0)}; ${(ours / bare).toFixed(2)} |`,
      )
      ratios.push(ours / bare)
    }
    say(
      `| ratio, middle of ${runs}; load of the machine | ${ratios.toSorted((a, b) => a - b)[1]?.toFixed(2) ?? ''}; ${loadOfMachine()} |`,
    )
  }
} catch (error) {
  // Told before everything is taken down, whose own errors would hide it.
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exitCode = 1
} finally {
  await app.end()
  await owner.end()
  await server.stop()
}

/** Programs that wanted a core in the last minute, on the average: above the number of cores times are not the program's. */
function loadOfMachine(): string {
  try {
    return readFileSync('/proc/loadavg', 'utf8').split(' ')[0] ?? ''
  } catch {
    return 'not known'
  }
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
