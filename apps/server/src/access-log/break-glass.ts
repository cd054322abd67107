import type { z } from 'zod'
import type { Transaction } from '../database/statements.ts'
import { getPostKind } from '../staff/post-kinds.ts'
import type { WorkItem } from '../staff/work-queries.ts'
import type { BreakGlassList } from './schemas.ts'

type Row = {
  readonly id: string
  readonly at: string
  readonly actor: string
  readonly name: string | null
  readonly post: string | null
  readonly reason: string
  readonly reviewer: string | null
  readonly reviewed_at: string | null
  readonly finding: string | null
  readonly subjects: readonly string[]
}

/** Emergencies of a county, those that wait for a review first, with whom they looked at: the readings of that moment. */
export async function readBreakGlass(
  tx: Transaction,
  region: string,
): Promise<z.infer<typeof BreakGlassList>['readings']> {
  const rows = await tx.query<Row>(
    `select b.id, b.at, b.actor, u.name, p.kind as post, b.reason, r.name as reviewer, b.reviewed_at, b.finding,
       coalesce((select array_agg(distinct e.subject::text) from audit.entry e
         where e.region = $1 and e.actor = b.actor and e.purpose = 'emergency' and e.subject is not null
           and e.at >= b.at and e.at < b.at + interval '10 seconds'), '{}') as subjects
     from access.break_glass b
     left join auth.user u on u.id = b.actor
     left join auth.user r on r.id = b.reviewed_by
     left join staff.post p on p.region = b.region and p.id = b.post
     where b.region = $1 order by b.reviewed_at is not null, b.at desc, b.id limit 200`,
    [region],
  )
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    actor: { id: row.actor, name: row.name, post: row.post === null ? null : getPostKind(row.post).title },
    reason: row.reason,
    subjects: [...row.subjects],
    review:
      row.reviewed_at === null || row.finding === null
        ? null
        : { by: row.reviewer, at: row.reviewed_at, finding: row.finding },
  }))
}

/** Emergencies as work: each is to be looked at within three days. */
export async function pendingReviews(tx: Transaction, region: string): Promise<readonly WorkItem[]> {
  const readings = await readBreakGlass(tx, region)
  return readings
    .filter(({ review }) => review === null)
    .map(({ id, at, reason }) => ({
      kind: 'break-glass',
      attention: null,
      id,
      subject: null,
      text: { zh: `复核紧急查看：${reason}`, en: `Review an emergency: ${reason}` },
      due: Temporal.Instant.from(at).toZonedDateTimeISO('Asia/Shanghai').toPlainDate().add({ days: 3 }).toString(),
      link: '/desk/break-glass',
    }))
}
