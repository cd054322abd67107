import { fromDayNumber, toDayNumber, type Day } from '@junheng/kernel'
import type { ClientBase } from 'pg'
import type { DemoPlaces } from './places.ts'
import type { DemoStaff } from './plan-staff.ts'

/** The day from which posts of the demonstration exist: two years before it is made. */
const openDays = 730
const substituteDays = { before: 3, after: 14 }

/** Writes places, units, users, posts and who fills them; as owner, in the transaction of the client. */
export async function writeStaff(
  client: ClientBase,
  options: {
    readonly region: string
    readonly county: { readonly zh: string; readonly en: string }
    readonly places: DemoPlaces
    readonly staff: DemoStaff
    readonly today: Day
  },
): Promise<void> {
  const { region, county, places, staff, today } = options
  const insert = (table: string, rows: readonly object[]) =>
    client.query(
      `insert into ${table} (${columns[table] ?? ''}) select ${columns[table] ?? ''}
       from json_populate_recordset(null::${table}, $1::json)`,
      [JSON.stringify(rows)],
    )
  const opened = dayBefore(today, openDays)
  await insert('staff.place', placeRows(region, county, places))
  await insert(
    'staff.unit',
    staff.units.map(({ id, area, name }) => ({ region, id, area, name_zh: name.zh, name_en: name.en })),
  )
  await insert(
    'staff.post',
    staff.posts.map(({ id, kind, unit, area }) => ({ region, id, kind, unit, area, opened_on: opened })),
  )
  await insert(
    'auth.user',
    staff.users.map(({ id, name, username }) => ({
      id,
      name,
      email: `${id}@staff.invalid`,
      username,
      display_username: username,
      kind: 'staff',
      region,
    })),
  )
  await client.query(
    `select staff.hold($1, gen_random_uuid(), h.post, h.holder, h.role, h.valid, null)
     from json_to_recordset($2::json) as h (post uuid, holder uuid, role text, valid daterange)`,
    [region, JSON.stringify(holdings(staff, today))],
  )
}

const columns: Readonly<Record<string, string>> = {
  'staff.place': 'region, code, parent, name_zh, name_en',
  'staff.unit': 'region, id, area, name_zh, name_en',
  'staff.post': 'region, id, kind, unit, area, opened_on',
  'auth.user': 'id, name, email, username, display_username, kind, region',
}

function placeRows(
  region: string,
  county: { readonly zh: string; readonly en: string },
  { townships }: DemoPlaces,
): readonly object[] {
  const row = (code: string, parent: string | null, name: { zh: string; en: string }) => {
    return { region, code, parent, name_zh: name.zh, name_en: name.en }
  }
  return [
    row(region, null, county),
    ...townships.flatMap((township) => [
      row(township.code, region, township.name),
      ...township.villages.map(({ code, name }) => row(code, township.code, name)),
    ]),
  ]
}

function holdings({ posts }: DemoStaff, today: Day): readonly object[] {
  return posts.flatMap(({ id, holder, substitute }, at) => [
    // Since different days of the last two years.
    ...(holder === null
      ? []
      : [{ post: id, holder, role: 'holder', valid: `[${dayBefore(today, 30 + ((at * 37) % 700))},)` }]),
    ...(substitute === null
      ? []
      : [
          {
            post: id,
            holder: substitute,
            role: 'substitute',
            valid: `[${dayBefore(today, substituteDays.before)},${dayBefore(today, -substituteDays.after)})`,
          },
        ]),
  ])
}

function dayBefore(day: Day, days: number): Day {
  return fromDayNumber(toDayNumber(day) - days)
}
