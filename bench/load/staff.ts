import type { Pool } from 'pg'
import { drawId } from '../../apps/server/src/demonstration/draw-id.ts'
import type { DemoPlaces } from '../../apps/server/src/demonstration/places.ts'
import type { DemoCard } from '../../apps/server/src/sign-in/demonstration.ts'
import { region } from './place.ts'
import type { Sample } from './samples.ts'

/** Everybody who signs in while it is measured, each by a card. */
export interface Staffed {
  /** Officers of the whole county, the widest and slowest view there is. */
  readonly officers: readonly DemoCard[]
  readonly hospital: readonly DemoCard[]
  readonly residents: readonly DemoCard[]
}

const words = { zh: '科员', en: 'Officer' }

/** Hires staff and lets residents in; what is there of an earlier run stays. */
export async function hireStaff(
  owner: Pool,
  {
    places,
    officers,
    hospital,
    mothers,
  }: {
    readonly places: DemoPlaces
    readonly officers: number
    readonly hospital: number
    readonly mothers: readonly Sample[]
  },
): Promise<Staffed> {
  await writePlaces(owner, places)
  const staff = [...hired('county-officer', officers), ...hired('hospital-clerk', hospital)]
  await owner.query(
    `insert into auth.user (id, name, email, username, kind, region)
     select u.user, u.name, u.name || '@staff.invalid', u.name, 'staff', $1 from json_to_recordset($2::json) as u ("user" uuid, name text)
     on conflict do nothing`,
    [region, JSON.stringify(staff)],
  )
  const { rows: fresh } = await owner.query<{ id: string }>(
    `insert into staff.post (region, id, kind, unit, area, opened_on)
     select $1, p.post, p.kind, $2, $1, '2020-01-01' from json_to_recordset($3::json) as p (post uuid, kind text)
     on conflict do nothing returning id`,
    [region, unit, JSON.stringify(staff)],
  )
  const posts = new Set(fresh.map(({ id }) => id))
  await owner.query(
    `select staff.hold($1, gen_random_uuid(), h.post, h.user, 'holder', '[2020-01-01,)', null)
     from json_to_recordset($2::json) as h (post uuid, "user" uuid)`,
    [region, JSON.stringify(staff.filter(({ post }) => posts.has(post ?? '')))],
  )
  return {
    officers: staff.slice(0, officers),
    hospital: staff.slice(officers),
    residents: await letIn(owner, mothers),
  }
}

const unit = drawId('bench', 'unit')

async function writePlaces(owner: Pool, { townships }: DemoPlaces): Promise<void> {
  const rows = [
    { code: region, parent: null, zh: '咸安区', en: 'Xian’an District' },
    ...townships.flatMap(({ code, name, villages }) => [
      { code, parent: region, ...name },
      ...villages.map((village) => ({ code: village.code, parent: code, ...village.name })),
    ]),
  ]
  await owner.query(
    `insert into staff.place (region, code, parent, name_zh, name_en)
     select $1, code, parent, zh, en from json_to_recordset($2::json) as p (code text, parent text, zh text, en text)
     on conflict do nothing`,
    [region, JSON.stringify(rows)],
  )
  await owner.query(
    `insert into staff.unit (region, id, area, name_zh, name_en) values ($1, $2, $1, '卫生健康局', 'Health bureau')
     on conflict do nothing`,
    [region, unit],
  )
}

function hired(kind: string, count: number): readonly (DemoCard & { readonly kind: string })[] {
  return Array.from({ length: count }, (_, at) => {
    const name = `${kind}.${at}`
    const [user, post] = [drawId('bench', kind, 'user', at), drawId('bench', kind, 'post', at)]
    return { id: name, user, post, name, title: words, what: words, kind }
  })
}

async function letIn(owner: Pool, mothers: readonly Sample[]): Promise<readonly DemoCard[]> {
  const cards = mothers.map(({ id: person, name }): DemoCard => {
    return {
      id: `resident.${person}`,
      user: drawId('bench', 'resident', person),
      post: null,
      name,
      person,
      title: words,
      what: words,
    }
  })
  const json = JSON.stringify(cards)
  await owner.query(
    `insert into auth.user (id, name, email, kind, region)
     select c.user, c.name, c.user || '@resident.invalid', 'resident', $1 from json_to_recordset($2::json) as c ("user" uuid, name text)
     on conflict do nothing`,
    [region, json],
  )
  await owner.query(
    `insert into access.resident (region, actor, person)
     select $1, c.user, c.person from json_to_recordset($2::json) as c ("user" uuid, person uuid) on conflict do nothing`,
    [region, json],
  )
  return cards
}
