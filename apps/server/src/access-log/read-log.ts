import { findPurpose } from '@junheng/register'
import type { z } from 'zod'
import type { Transaction } from '../database/statements.ts'
import { findPosts, type PostNames } from '../staff/find-posts.ts'
import { namesOfUsers } from '../staff/user-names.ts'
import { entryLabel } from './labels.ts'
import type { Log, LogQuery } from './schemas.ts'

const pageSize = 50

export interface LogFilter extends z.infer<typeof LogQuery> {
  readonly region: string
  /** Only these kinds; null: all. */
  readonly kinds: readonly string[] | null
}

type Row = {
  readonly chain: number
  readonly seq: number
  readonly at: string
  readonly kind: string
  readonly actor: string | null
  readonly subject: string | null
  readonly purpose: string | null
  readonly case_id: string | null
  readonly body: string
}

/** A page of a county's chain, the newest first. Days are days of China. */
export async function readLog(tx: Transaction, filter: LogFilter): Promise<z.infer<typeof Log>> {
  const { region, kinds, from, to, kind, actor, cursor } = filter
  const after = cursor === undefined ? null : readCursor(cursor)
  const rows = await tx.query<Row>(
    `select e.chain, e.seq, e.at, e.kind, e.actor, e.subject, e.purpose, e.case_id, e.body
     from audit.entry e
     where e.region = $1
       and ($2::date is null or e.at >= ($2::date)::timestamp at time zone 'Asia/Shanghai')
       and ($3::date is null or e.at < ($3::date)::timestamp at time zone 'Asia/Shanghai')
       and ($4::text is null or e.kind = $4) and ($5::uuid is null or e.actor = $5)
       and ($6::text[] is null or e.kind = any ($6))
       and ($7::timestamptz is null or (e.at, e.chain, e.seq) < ($7, $8::smallint, $9::bigint))
     order by e.at desc, e.chain desc, e.seq desc limit ${pageSize + 1}`,
    [
      region,
      from ?? null,
      to ?? null,
      kind ?? null,
      actor ?? null,
      kinds,
      after?.at ?? null,
      after?.chain ?? 0,
      after?.seq ?? 0,
    ],
  )
  const page = rows.slice(0, pageSize)
  const last = page.at(-1)
  const names = await namesOfUsers(
    tx,
    page.map(({ actor }) => actor),
  )
  const details = page.map(({ body }) => (JSON.parse(body) as { detail: Detail | null }).detail ?? {})
  const posts = await findPosts(tx, { region, ids: details.map(({ post }) => post) })
  const entries = page.map((row, i) => entryOf(row, { names, posts, detail: details[i] ?? {} }))
  return { entries, next: rows.length > pageSize && last !== undefined ? cursorOf(last) : null }
}

type Detail = Readonly<Record<string, unknown>>

function entryOf(
  row: Row,
  {
    names,
    posts,
    detail,
  }: {
    readonly names: ReadonlyMap<string, string>
    readonly posts: ReadonlyMap<unknown, PostNames>
    readonly detail: Detail
  },
): z.infer<typeof Log>['entries'][number] {
  const why = detail['why']
  return {
    chain: row.chain,
    seq: row.seq,
    at: row.at,
    kind: row.kind,
    label: entryLabel(row.kind),
    actor:
      row.actor === null
        ? null
        : { id: row.actor, name: names.get(row.actor) ?? null, post: posts.get(detail['post'])?.title ?? null },
    subject: row.subject,
    purpose: row.purpose,
    purposeLabel: row.purpose === null ? null : (findPurpose(row.purpose)?.label ?? null),
    caseId: row.case_id,
    why: typeof why === 'string' ? why : null,
    detail: { ...detail },
  }
}

function cursorOf({ at, chain, seq }: Row): string {
  return Buffer.from(`${at}|${chain}|${seq}`).toString('base64url')
}

/** What cursorOf wrote; null for anything else: the first page. */
function readCursor(cursor: string): { at: string; chain: number; seq: number } | null {
  const match = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)\|(\d{1,2})\|(\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString())
  const [, at = '', chain = '', seq = ''] = match ?? []
  return match === null || Number.isNaN(Date.parse(at)) ? null : { at, chain: Number(chain), seq: Number(seq) }
}
