import { getDay, toDayNumber, type Day } from '@junheng/kernel'
import { populationBatches, populationHouseholds } from '@junheng/synth'
import { Client, type ClientBase } from 'pg'
import type { Database } from '../database/open-database.ts'
import { importActions } from '../register/import-actions.ts'
import type { Demonstration } from '../sign-in/demonstration.ts'
import type { Report } from '../sign-in/preparing.ts'
import { todayIn } from '../sign-in/today.ts'
import { readCards, type DemoPlace } from './cards.ts'
import { choosePlayed } from './choose-played.ts'
import { demoRegion } from './demo-region.ts'
import { drawId } from './draw-id.ts'
import { leaveTraces } from './leave-traces.ts'
import { peopleCommands, type DemoPeople } from './people.ts'
import { demoPlaces } from './places.ts'
import { planStaff } from './plan-staff.ts'
import { writeCases } from './write-cases.ts'
import { writeResidents } from './write-residents.ts'
import { writeStaff } from './write-staff.ts'

const region = demoRegion
const county = { zh: '咸安区', en: 'Xian’an District' }
const usualPersons = 20_000

export interface DemonstrationOptions {
  readonly database: Pick<Database, 'app' | 'addresses' | 'secrets'>
  /** The people are drawn for the day of this instant in China. */
  readonly now: Temporal.Instant
  /** Persons to be made; default 20,000. */
  readonly persons?: number
  /** Whole number from 0: another seed makes other people. */
  readonly seed?: number
  /** Hears how far it is. */
  readonly report?: Report
}

/**
 * Fills an empty database with Xian'an as it could be: synthetic people of the census's structure in households, posts
 * with and without holders, cases, readings. What is there already is left as it is, so that a second start does nothing
 * and an interrupted one goes on. Throws `no-census`, `wrong-count` as populationParts does.
 */
export async function prepareDemonstration(options: DemonstrationOptions): Promise<Demonstration> {
  return asOwner(options, async (client, place) => {
    if (!(await isComplete(client))) await make(client, { ...options, place })
    return { cards: await readCards(client, place) }
  })
}

/** The demonstration where it has been made; null: it has not, or not whole. */
export async function findDemonstration(
  options: Pick<DemonstrationOptions, 'database' | 'seed'>,
): Promise<Demonstration | null> {
  return asOwner(options, async (client, place) =>
    (await isComplete(client)) ? { cards: await readCards(client, place) } : null,
  )
}

async function asOwner<T>(
  { database, seed = 1 }: Pick<DemonstrationOptions, 'database' | 'seed'>,
  work: (client: ClientBase, place: DemoPlace) => Promise<T>,
): Promise<T> {
  const { ssl = false, ...owner } = database.addresses.owner
  const client = new Client({ ...owner, ssl })
  await client.connect()
  try {
    return await work(client, { region, seed })
  } finally {
    await client.end()
  }
}

type Making = DemonstrationOptions & { readonly place: DemoPlace }

/** The emergency that waits for review is the last thing made. */
async function isComplete(client: ClientBase): Promise<boolean> {
  const { rowCount } = await client.query('select from access.break_glass where region = $1 limit 1', [region])
  return rowCount !== 0
}

async function make(client: ClientBase, making: Making): Promise<void> {
  const { database, place, now, persons = usualPersons, report } = making
  const { seed } = place
  const id = drawId(region, seed, 'import')
  const earlier = await dayOfImport(client, id)
  // Another day draws other people: an interrupted start goes on with those it had.
  const drawnOn = earlier ?? todayIn(now)
  const batches = () => populationBatches({ region: Number(region), count: persons, seed, on: toDayNumber(drawnOn) })
  const people: DemoPeople = { region, seed, today: drawnOn, places: demoPlaces(batches()) }
  if (earlier === null)
    await bringPeople(client, { making, people, id, commands: () => peopleCommands(batches(), people) })
  await endImport(client, place)
  report?.({ phase: 'posts', done: 0, of: null })
  const family = choosePlayed(batches(), people)
  const { rowCount: places } = await client.query('select from staff.place where region = $1 limit 1', [region])
  if (places === 0) {
    const staff = planStaff({ region, seed, places: people.places, names: staffNames(seed, drawnOn), keep: family })
    await inTransaction(client, async () => {
      await writeStaff(client, { region, county, places: people.places, staff, today: drawnOn })
      await writeResidents(client, { place, family, secrets: database.secrets })
      await writeCases(client, { place, family, opened: drawnOn })
    })
  }
  const cards = await readCards(client, place)
  report?.({ phase: 'traces', done: 0, of: null })
  await leaveTraces({ database, place, family, cards, opened: drawnOn, now })
}

async function dayOfImport(client: ClientBase, id: string): Promise<Day | null> {
  const { rows } = await client.query<{ day: string }>(
    `select (at at time zone 'Asia/Shanghai')::date::text as day from register.action where region = $1 and id = $2`,
    [region, id],
  )
  const [row] = rows
  return row === undefined ? null : getDay(row.day)
}

async function bringPeople(
  client: ClientBase,
  {
    making,
    people,
    id,
    commands,
  }: {
    readonly making: Making
    readonly people: DemoPeople
    readonly id: string
    readonly commands: () => Iterable<object>
  },
): Promise<void> {
  const { database, now, place, report } = making
  const actor = importer(place)
  await client.query(
    `insert into access.post_grant (region, actor, post, purposes) values ($1, $2, 'import', '{registration}') on conflict do nothing`,
    [region, actor],
  )
  const outcome = await importActions({
    register: { pool: database.app },
    secrets: database.secrets,
    access: {
      actor,
      region,
      townships: null,
      villages: null,
      purpose: 'registration',
      caseId: null,
      fields: [],
      reason: null,
    },
    id,
    source: { kind: 'import', reference: '合成人口 synthetic people' },
    commands,
    today: people.today,
    now,
    onProgress: ({ done, of }) => report?.({ phase: of === null ? 'checking' : 'registering', done, of }),
  })
  if (!outcome.ok) throw new Error(`the synthetic people were rejected: ${JSON.stringify(outcome.problems[0])}`)
}

/** The grant was for this once, and what the planner knows of empty tables is out of date. */
async function endImport(client: ClientBase, place: DemoPlace): Promise<void> {
  await client.query(
    `update access.post_grant set valid = daterange(null, current_date - 1) where region = $1 and actor = $2`,
    [region, importer(place)],
  )
  await client.query('analyze')
}

/** Who is written down as having imported: no person, so that no page names one. */
function importer({ seed }: DemoPlace): string {
  return drawId(region, seed, 'importing program')
}

/** Names for those who work here: of people of another draw, so that nobody works beside their own record. */
function staffNames(seed: number, on: Day): readonly string[] {
  const names: string[] = []
  const others = { region: Number(region), count: 3000, seed: seed + 1_000_003, on: toDayNumber(on) }
  for (const { members } of populationHouseholds(others)) {
    for (const { name, birthDate, work } of members) {
      const years = (toDayNumber(on) - toDayNumber(birthDate)) / 365.25
      if (work === 'employee' && years >= 23 && years < 58) names.push(name)
    }
  }
  return names
}

async function inTransaction(client: ClientBase, work: () => Promise<void>): Promise<void> {
  await client.query('begin')
  try {
    await work()
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
