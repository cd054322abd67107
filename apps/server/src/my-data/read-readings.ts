import { findPurpose } from '@junheng/register'
import type { z } from 'zod'
import type { Transaction } from '../database/statements.ts'
import type { Field } from '../register/access.ts'
import { entryLabel } from '../access-log/labels.ts'
import { getPostKind } from '../staff/post-kinds.ts'
import type { Readings } from './schemas.ts'

const most = 200

type Row = {
  readonly at: string
  readonly kind: string
  readonly actor: string | null
  readonly name: string | null
  readonly post: string | null
  readonly unit_zh: string | null
  readonly unit_en: string | null
  readonly purpose: string | null
  readonly case_id: string | null
  readonly body: string
}

/** Who read or changed what is on file of a person, the newest first. */
export async function readReadings(
  tx: Transaction,
  { region, person, user }: { readonly region: string; readonly person: string; readonly user: string },
): Promise<z.infer<typeof Readings>> {
  const rows = await tx.query<Row>(
    `select e.at, e.kind, e.actor, u.name, p.kind as post, n.name_zh as unit_zh, n.name_en as unit_en, e.purpose, e.case_id, e.body
     from audit.entry e
     left join auth.user u on u.id = e.actor
     left join staff.post p on p.region = e.region and p.id::text = e.body::jsonb -> 'detail' ->> 'post'
     left join staff.unit n on n.region = p.region and n.id = p.unit
     where e.region = $1 and e.subject = $2 and e.kind in ('read', 'act')
     order by e.at desc, e.chain, e.seq desc limit ${most + 1}`,
    [region, person],
  )
  const readings = rows.slice(0, most).map((row) => {
    const { detail } = JSON.parse(row.body) as { detail: { fields?: Field[] } | null }
    return {
      at: row.at,
      by: {
        name: row.name,
        post: row.post === null ? null : getPostKind(row.post).title,
        unit: row.unit_zh === null || row.unit_en === null ? null : { zh: row.unit_zh, en: row.unit_en },
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
