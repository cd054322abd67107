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
  readonly post: string | null
  readonly kind: string | null
  readonly zh: string | null
  readonly en: string | null
}

/** The staff of a county with the posts they fill today. */
export async function readUsers(tx: Transaction, region: string): Promise<z.infer<typeof Users>['users']> {
  const rows = await tx.query<Row>(
    `select u.id, u.name, u.username, u.phone_masked as phone, u.two_factor_enabled as "secondFactor",
       p.id as post, p.kind, a.name_zh as zh, a.name_en as en
     from auth.user u
     left join staff.holding h on h.region = $1 and h.holder = u.id and h.valid @> staff.today()
     left join staff.post p on p.region = h.region and p.id = h.post
     left join staff.place a on a.region = p.region and a.code = p.area
     where u.kind = 'staff' and u.region = $1 order by u.name, u.id, p.kind, p.id`,
    [region],
  )
  return [...Map.groupBy(rows, ({ id }) => id)].flatMap(([id, own]) => {
    const [first] = own
    if (first === undefined) return []
    const { name, username, phone, secondFactor } = first
    const posts = own.flatMap(({ post, kind, zh, en }) =>
      post === null || kind === null
        ? []
        : [{ id: post, title: getPostKind(kind).title, area: { zh: zh ?? '', en: en ?? '' } }],
    )
    return [{ id, name, username, phone, secondFactor, posts }]
  })
}
