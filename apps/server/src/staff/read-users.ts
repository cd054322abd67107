import type { z } from 'zod'
import type { Transaction } from '../database/statements.ts'
import { getPostKind } from './post-kinds.ts'
import type { Users } from './schemas.ts'

type Row = {
  readonly id: string
  readonly name: string
  readonly username: string | null
  readonly phone: string | null
  readonly secondFactor: boolean
}

type Held = {
  readonly holder: string
  readonly post: string
  readonly kind: string
  readonly zh: string
  readonly en: string
}

/** The staff of a county with the posts they fill today. */
export async function readUsers(tx: Transaction, region: string): Promise<z.infer<typeof Users>['users']> {
  const users = await tx.query<Row>(
    `select id, name, username, phone_masked as phone, two_factor_enabled as "secondFactor"
     from auth.user where kind = 'staff' and region = $1 order by name, id`,
    [region],
  )
  const held = await tx.query<Held>(
    `select h.holder, p.id as post, p.kind, a.name_zh as zh, a.name_en as en
     from staff.holding h
     join staff.post p on p.region = h.region and p.id = h.post
     join staff.place a on a.region = p.region and a.code = p.area
     where h.region = $1 and p.region = $1 and a.region = $1 and h.valid @> staff.today()
     order by p.kind, p.id`,
    [region],
  )
  const byHolder = Map.groupBy(held, ({ holder }) => holder)
  return users.map(({ id, name, username, phone, secondFactor }) => {
    const posts = (byHolder.get(id) ?? []).map(({ post, kind, zh, en }) => ({
      id: post,
      title: getPostKind(kind).title,
      area: { zh, en },
    }))
    return { id, name, username, phone, secondFactor, posts }
  })
}
