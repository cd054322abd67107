import { findPurpose } from '@junheng/register'
import type { z } from 'zod'
import type { Transaction } from '../database/statements.ts'
import type { Field } from '../register/access.ts'
import { entryLabel } from '../access-log/labels.ts'
import { findPosts } from '../staff/find-posts.ts'
import { namesOfUsers } from '../staff/user-names.ts'
import type { Readings } from './schemas.ts'

const most = 200

type Row = {
  readonly at: string
  readonly kind: string
  readonly actor: string | null
  readonly purpose: string | null
  readonly case_id: string | null
  readonly body: string
}

type Detail = { readonly fields?: Field[]; readonly post?: unknown }

/** Who read or changed what is on file of a person, the newest first. */
export async function readReadings(
  tx: Transaction,
  { region, person, user }: { readonly region: string; readonly person: string; readonly user: string },
): Promise<z.infer<typeof Readings>> {
  const rows = await tx.query<Row>(
    `select e.at, e.kind, e.actor, e.purpose, e.case_id, e.body
     from audit.entry e
     where e.region = $1 and e.subject = $2 and e.kind in ('read', 'act')
     order by e.at desc, e.chain, e.seq desc limit ${most + 1}`,
    [region, person],
  )
  const shown = rows.slice(0, most)
  const names = await namesOfUsers(
    tx,
    shown.map(({ actor }) => actor),
  )
  const details = shown.map(({ body }) => (JSON.parse(body) as { detail: Detail | null }).detail)
  const posts = await findPosts(tx, { region, ids: details.map((detail) => detail?.post) })
  const readings = shown.map((row, i) => {
    const detail = details[i]
    const post = posts.get(detail?.post)
    return {
      at: row.at,
      by: {
        name: row.actor === null ? null : (names.get(row.actor) ?? null),
        post: post?.title ?? null,
        unit: post?.unit ?? null,
      },
      own: row.actor === user,
      what: entryLabel(row.kind),
      purpose: row.purpose === null ? null : (findPurpose(row.purpose)?.label ?? null),
      caseId: row.case_id,
      fields: detail?.fields ?? [],
      emergency: row.purpose === 'emergency',
    }
  })
  return { readings, more: rows.length > most }
}
