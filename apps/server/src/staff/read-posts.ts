import type { z } from 'zod'
import type { Transaction } from '../database/statements.ts'
import { getPostKind } from './post-kinds.ts'
import type { PostRow, Posts } from './schemas.ts'
import { namesOfUsers } from './user-names.ts'

type Row = z.infer<typeof PostRow> & { readonly area: string; readonly unit: string }

type Db = {
  readonly id: string
  readonly kind: string
  readonly area: string
  readonly unit: string
  readonly role: string | null
  readonly holder: string | null
  readonly since: string | null
  readonly until: string | null
}

/** All posts of a county that are open today, who fills them, and where nobody does. */
export async function readPosts(tx: Transaction, region: string): Promise<z.infer<typeof Posts>> {
  const rows = await tx.query<Db>(
    `select p.id, p.kind, p.area, p.unit, h.role, h.holder, lower(h.valid) as since, upper(h.valid) as until
     from staff.post p
     left join staff.holding h on h.region = p.region and h.post = p.id and h.valid @> staff.today()
     where p.region = $1 and p.opened_on <= staff.today() and (p.closed_on is null or p.closed_on > staff.today())
     order by p.area, p.kind, p.id`,
    [region],
  )
  const names = await namesOfUsers(
    tx,
    rows.map(({ holder }) => holder),
  )
  const posts = postsOf(rows, names)
  const places = await tx.query<{ code: string; zh: string; en: string }>(
    'select code, name_zh as zh, name_en as en from staff.place where region = $1 order by code',
    [region],
  )
  const units = await tx.query<{ id: string; zh: string; en: string }>(
    'select id, name_zh as zh, name_en as en from staff.unit where region = $1 and area = $1 order by name_zh, id',
    [region],
  )
  const byArea = Map.groupBy(posts, ({ area }) => area)
  const at = (code: string) => (byArea.get(code) ?? []).map(shown)
  const villages = places
    .filter(({ code }) => code.length === 12)
    .map(({ code, zh, en }) => ({ code, name: { zh, en }, posts: at(code), gap: !at(code).some(filled) }))
  const townships = places
    .filter(({ code }) => code.length === 9)
    .map(({ code, zh, en }) => ({
      code,
      name: { zh, en },
      posts: at(code),
      gap: at(code).length === 0 ? 1 : at(code).filter((post) => !filled(post)).length,
      villages: villages.filter((village) => village.code.startsWith(code)),
    }))
  return {
    townships,
    units: units.map(({ id, zh, en }) => ({
      id,
      name: { zh, en },
      posts: posts.filter(({ unit, area }) => unit === id && area === region).map(shown),
    })),
    totals: {
      townships: townships.length,
      townshipsWithGap: townships.filter(({ gap }) => gap > 0).length,
      villages: villages.length,
      villagesWithGap: villages.filter(({ gap }) => gap).length,
    },
  }
}

/** One row a holding becomes one a post. */
function postsOf(rows: readonly Db[], names: ReadonlyMap<string, string>): readonly Row[] {
  return [...Map.groupBy(rows, ({ id }) => id)].map(([id, own]) => {
    const [first] = own
    if (first === undefined) throw new Error('a group without rows')
    const holder = own.find(({ role }) => role === 'holder')
    const substitute = own.find(({ role }) => role === 'substitute')
    return {
      id,
      kind: first.kind,
      area: first.area,
      unit: first.unit,
      title: getPostKind(first.kind).title,
      holder:
        holder === undefined
          ? null
          : { id: text(holder.holder), name: text(names.get(text(holder.holder))), since: text(holder.since) },
      substitute:
        substitute === undefined
          ? null
          : {
              id: text(substitute.holder),
              name: text(names.get(text(substitute.holder))),
              from: text(substitute.since),
              to: text(substitute.until),
            },
    }
  })
}

/** There where the holding is. */
function text(value: string | null | undefined): string {
  if (value === null || value === undefined) throw new Error('a holding without its holder')
  return value
}

function filled({ holder, substitute }: Pick<Row, 'holder' | 'substitute'>): boolean {
  return holder !== null || substitute !== null
}

function shown({ id, kind, title, holder, substitute }: Row): z.infer<typeof PostRow> {
  return { id, kind, title, holder, substitute }
}
