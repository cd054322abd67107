import type { z } from 'zod'
import type { Transaction } from '../database/statements.ts'
import { findPosts } from '../staff/find-posts.ts'
import { namesOfUsers } from '../staff/user-names.ts'
import type { WorkItem } from '../staff/work-queries.ts'
import type { BreakGlassList } from './schemas.ts'

type Row = {
  readonly id: string
  readonly at: string
  readonly actor: string
  readonly post: string | null
  readonly reason: string
  readonly reviewed_by: string | null
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
    `select b.id, b.at, b.actor, b.post, b.reason, b.reviewed_by, b.reviewed_at, b.finding,
       coalesce((select array_agg(distinct e.subject::text) from audit.entry e
         where e.region = $1 and e.actor = b.actor and e.purpose = 'emergency' and e.subject is not null
           and e.at >= b.at and e.at < b.at + interval '10 seconds'), '{}') as subjects
     from access.break_glass b
     where b.region = $1 order by b.reviewed_at is not null, b.at desc, b.id limit 200`,
    [region],
  )
  const names = await namesOfUsers(
    tx,
    rows.flatMap(({ actor, reviewed_by }) => [actor, reviewed_by]),
  )
  const posts = await findPosts(tx, { region, ids: rows.map(({ post }) => post) })
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    actor: { id: row.actor, name: names.get(row.actor) ?? null, post: posts.get(row.post)?.title ?? null },
    reason: row.reason,
    subjects: [...row.subjects],
    review:
      row.reviewed_at === null || row.finding === null
        ? null
        : { by: names.get(row.reviewed_by ?? '') ?? null, at: row.reviewed_at, finding: row.finding },
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
