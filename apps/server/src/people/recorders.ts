import type { Words } from '@junheng/kernel'
import type { Transaction } from '../database/statements.ts'
import { getPostKind } from '../staff/post-kinds.ts'

/** Who recorded a fact, and from which post. */
export interface Recorder {
  readonly name: string
  readonly post: Words | null
}

type Row = { readonly id: string; readonly name: string; readonly kind: string | null }

/** By action: who sent it, with the post they filled on that day. Imports and programs have none. */
export async function recordersOf(
  tx: Transaction,
  { region, actions }: { readonly region: string; readonly actions: readonly string[] },
): Promise<ReadonlyMap<string, Recorder>> {
  const rows = await tx.query<Row>(
    `select distinct on (a.id) a.id, u.name, p.kind from register.action a
     join auth.user u on u.id = a.actor
     left join staff.holding h on h.region = a.region and h.holder = a.actor
       and h.valid @> (a.at at time zone 'Asia/Shanghai')::date
     left join staff.post p on p.region = h.region and p.id = h.post
     where a.region = $1 and a.id = any ($2::uuid[]) order by a.id, h.role, p.kind`,
    [region, [...new Set(actions)]],
  )
  return new Map(rows.map(({ id, name, kind }) => [id, { name, post: kind === null ? null : getPostKind(kind).title }]))
}
