import type { Words } from '@junheng/kernel'
import type { Reader } from '../database/statements.ts'
import { getPostKind } from './post-kinds.ts'

/** What to call a post. */
export interface PostNames {
  readonly title: Words
  readonly unit: Words
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * Posts of a county by their ids, for entries of the audit chain, which lies apart from them; what is no post is absent.
 */
export async function findPosts(
  db: Reader,
  { region, ids }: { readonly region: string; readonly ids: Iterable<unknown> },
): Promise<ReadonlyMap<unknown, PostNames>> {
  const wanted = [...new Set(ids)].filter((id) => typeof id === 'string' && uuid.test(id))
  if (wanted.length === 0) return new Map()
  const rows = await db.query<{ id: string; kind: string; zh: string; en: string }>(
    `select p.id, p.kind, n.name_zh as zh, n.name_en as en from staff.post p
     join staff.unit n on n.region = p.region and n.id = p.unit
     where p.region = $1 and n.region = $1 and p.id = any ($2::uuid[])`,
    [region, wanted],
  )
  return new Map(rows.map(({ id, kind, zh, en }) => [id, { title: getPostKind(kind).title, unit: { zh, en } }]))
}
