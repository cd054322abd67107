import type { Pool } from 'pg'
import { drawId } from '../../apps/server/src/demonstration/draw-id.ts'
import type { DemoCard } from '../../apps/server/src/sign-in/demonstration.ts'
import { region } from './fill.ts'

/** So many officers of the whole county, the widest and slowest view there is, each with a card to sign in by. */
export async function hireStaff(
  owner: Pool,
  count: number,
): Promise<{ readonly cards: readonly DemoCard[]; readonly actors: readonly string[] }> {
  const unit = drawId('bench', 'unit')
  await owner.query(
    `insert into staff.place (region, code, name_zh, name_en) values ($1, $1, '咸安区', 'Xian’an District')`,
    [region],
  )
  await owner.query(
    `insert into staff.unit (region, id, area, name_zh, name_en) values ($1, $2, $1, '卫生健康局', 'Health bureau')`,
    [region, unit],
  )
  const people = Array.from({ length: count }, (_, at) => {
    const name = `officer${at}`
    return { user: drawId('bench', 'user', at), post: drawId('bench', 'post', at), name }
  })
  await owner.query(
    `insert into auth.user (id, name, email, username, kind, region)
     select u.user, u.name, u.name || '@staff.invalid', u.name, 'staff', $1 from json_to_recordset($2::json) as u ("user" uuid, name text)`,
    [region, JSON.stringify(people)],
  )
  await owner.query(
    `insert into staff.post (region, id, kind, unit, area, opened_on)
     select $1, p.post, 'county-officer', $2, $1, '2020-01-01' from json_to_recordset($3::json) as p (post uuid)`,
    [region, unit, JSON.stringify(people)],
  )
  await owner.query(
    `select staff.hold($1, gen_random_uuid(), h.post, h.user, 'holder', '[2020-01-01,)', null)
     from json_to_recordset($2::json) as h (post uuid, "user" uuid)`,
    [region, JSON.stringify(people)],
  )
  const words = { zh: '科员', en: 'Officer' }
  const cards = people.map(({ user, post, name }) => ({ id: name, user, post, name, title: words, what: words }))
  return { cards, actors: people.map(({ user }) => user) }
}
