import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Procedure } from '@junheng/casework'
import { getDay, type Day } from '@junheng/kernel'
import { escapeIdentifier, type Client } from 'pg'
import { chineseDay } from '../../apps/server/src/cases/casework.ts'
import type { EmbeddedServer } from '../../apps/server/src/database/embedded/start-embedded.ts'
import { migrate, readMigrations } from '../../apps/server/src/database/migrate.ts'
import { prepareQueues } from '../../apps/server/src/database/queues/prepare-queues.ts'
import { setRolePasswords } from '../../apps/server/src/database/roles.ts'
import { grantPrograms } from '../../apps/server/src/cases/programs.ts'
import { connectOwner, poolAs } from './cluster.ts'
import { fillDatabase } from './fill/fill-database.ts'
import { readStories, type Story } from './fill/read-stories.ts'
import { region } from './place.ts'

/** Goes up with every change of what is filled: a kept county of another number is made anew. */
const version = 1

/** A county that is filled. */
export interface County {
  readonly database: string
  readonly persons: number
  /** The day for which its people were drawn. */
  readonly today: Day
}

export function databaseOf(persons: number): string {
  return `county_${persons}`
}

/** The county of so many people, where it was filled before; its schema is brought forward. */
export async function findCounty(server: EmbeddedServer, persons: number): Promise<County | undefined> {
  const database = databaseOf(persons)
  const maintenance = await connectOwner(server, 'postgres')
  const { rows } = await maintenance.query<{ note: string | null }>(
    `select shobj_description(oid, 'pg_database') as note from pg_database where datname = $1`,
    [database],
  )
  await maintenance.end()
  const [number, day] = (rows[0]?.note ?? '').split(' ')
  if (Number(number) !== version || day === undefined) return undefined
  const owner = await connectOwner(server, database)
  await bringForward(owner, server)
  await owner.end()
  return { database, persons, today: getDay(day) }
}

/** Fills a county anew; the server must have been started for filling. */
export async function makeCounty(
  server: EmbeddedServer,
  {
    persons,
    procedures,
    say,
  }: { readonly persons: number; readonly procedures: readonly Procedure[]; readonly say: (line: string) => void },
): Promise<County> {
  const today = getDay(chineseDay(Temporal.Now.instant()))
  const database = databaseOf(persons)
  const stories = await playStories(server, { procedures, today })
  const owner = await createDatabase(server, database)
  await grantPrograms(owner, region)
  const connect = () => connectOwner(server, database)
  const folder = join(server.home, 'filling')
  const filled = await fillDatabase({ owner, secrets: server.secrets, persons, today, stories, folder, connect })
  const { rows } = await owner.query<{ people: number; cases: number; actions: number; size: string }>(
    `select (select count(*)::int from register.person) as people, (select count(*)::int from casework.case_row) as cases,
       (select count(*)::int from casework.action) as actions, pg_size_pretty(pg_database_size(current_database())) as size`,
  )
  await owner.query(`comment on database ${escapeIdentifier(database)} is '${version} ${today}'`)
  await owner.query('checkpoint')
  await owner.end()
  const [found] = rows
  const n = (value: number | undefined) => (value ?? 0).toLocaleString('en')
  const memory = Math.round(filled.memory / 1e6)
  say(
    `filled: ${n(found?.people)} persons, ${n(found?.cases)} cases, ${n(found?.actions)} actions, ${n(filled.rows)} rows, ${found?.size} ` +
      `in ${filled.seconds.toFixed(0)} s (indexes ${filled.indexSeconds.toFixed(0)} s); programs that fill: ${memory} MB`,
  )
  return { database, persons, today }
}

/** In a database of its own, which is dropped again. */
async function playStories(
  server: EmbeddedServer,
  { procedures, today }: { readonly procedures: readonly Procedure[]; readonly today: Day },
): Promise<readonly Story[]> {
  const database = 'stories'
  const owner = await createDatabase(server, database)
  const app = poolAs(server, database, { user: 'app', max: 2 })
  try {
    return await readStories({ app, owner, secrets: server.secrets, procedures, today })
  } finally {
    await app.end()
    await owner.end()
    await drop(server, database)
  }
}

async function createDatabase(server: EmbeddedServer, database: string): Promise<Client> {
  await drop(server, database)
  const maintenance = await connectOwner(server, 'postgres')
  await maintenance.query(`create database ${escapeIdentifier(database)} template template0`)
  await maintenance.end()
  const owner = await connectOwner(server, database)
  await bringForward(owner, server)
  return owner
}

async function bringForward(owner: Client, { secrets }: EmbeddedServer): Promise<void> {
  await migrate(owner, await readMigrations())
  await prepareQueues(owner)
  await setRolePasswords(owner, secrets)
}

async function drop(server: EmbeddedServer, database: string): Promise<void> {
  const maintenance = await connectOwner(server, 'postgres')
  await maintenance.query(`drop database if exists ${escapeIdentifier(database)} with (force)`)
  await maintenance.end()
  await rm(join(server.home, 'filling'), { recursive: true, force: true })
}
