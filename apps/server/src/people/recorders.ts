import type { Words } from '@junheng/kernel'
import type { Transaction } from '../database/statements.ts'
import { getPostKind } from '../staff/post-kinds.ts'
import { namesOfUsers } from '../staff/user-names.ts'

/** Who recorded a fact, and from which post. */
export interface Recorder {
  readonly name: string
  readonly post: Words | null
}

type Row = { readonly id: string; readonly actor: string; readonly on: string }
/** Days as text compare as days; `to` is the first day that is no longer theirs. */
type Held = { readonly holder: string; readonly kind: string; readonly from: string; readonly to: string | null }

/** By action: who sent it, with the post they filled on that day. Imports and programs have none. */
export async function recordersOf(
  tx: Transaction,
  { region, actions }: { readonly region: string; readonly actions: readonly string[] },
): Promise<ReadonlyMap<string, Recorder>> {
  const rows = await tx.query<Row>(
    `select id, actor, (at at time zone 'Asia/Shanghai')::date as "on" from register.action
     where region = $1 and id = any ($2::uuid[])`,
    [region, [...new Set(actions)]],
  )
  const held = await tx.query<Held>(
    `select h.holder, p.kind, lower(h.valid) as "from", upper(h.valid) as "to" from staff.holding h
     join staff.post p on p.region = h.region and p.id = h.post
     where h.region = $1 and p.region = $1 and h.holder = any ($2::uuid[]) order by h.role, p.kind`,
    [region, [...new Set(rows.map(({ actor }) => actor))]],
  )
  const names = await namesOfUsers(
    tx,
    rows.map(({ actor }) => actor),
  )
  return new Map(
    rows.flatMap(({ id, actor, on }) => {
      const name = names.get(actor)
      const kind =
        held.find(({ holder, from, to }) => holder === actor && from <= on && (to === null || on < to))?.kind ?? null
      return name === undefined ? [] : [[id, { name, post: kind === null ? null : getPostKind(kind).title }] as const]
    }),
  )
}
