import type { Words } from '@junheng/kernel'
import type { Transaction } from '../database/statements.ts'
import { getPostKind } from '../staff/post-kinds.ts'
import { namesOfUsers } from '../staff/user-names.ts'
import type { CaseRow } from './case-rows.ts'

/** Somebody to turn to, by name. */
export interface Contact {
  readonly name: string
  readonly title: Words
  readonly unit: Words
}

/** Whoever works today for the village or township of the case, else for the county; null where no post is filled. */
export async function findContact(
  tx: Transaction,
  { region, township, village }: Pick<CaseRow, 'region' | 'township' | 'village'>,
): Promise<Contact | null> {
  const [row] = await tx.query<{ holder: string; kind: string; zh: string; en: string }>(
    `select h.holder, p.kind, n.name_zh as zh, n.name_en as en from staff.post p
     join staff.holding h on h.region = p.region and h.post = p.id and h.valid @> staff.today()
     join staff.unit n on n.region = p.region and n.id = p.unit
     where p.region = $1 and h.region = $1 and n.region = $1 and p.kind in ('village-worker', 'township-worker', 'county-officer')
       and p.area in ($1, $2, $3) and (p.closed_on is null or p.closed_on > staff.today())
     order by (p.area = $2) desc, length(p.area) desc, h.role desc, p.id limit 1`,
    [region, township ?? '', village ?? ''],
  )
  if (row === undefined) return null
  const { holder, kind, zh, en } = row
  const name = (await namesOfUsers(tx, [holder])).get(holder)
  if (name === undefined) return null
  return { name, title: getPostKind(kind).title, unit: { zh, en } }
}
