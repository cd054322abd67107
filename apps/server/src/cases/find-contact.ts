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
  const areas = [village, township, region].filter((area) => area !== null)
  // On their way together; the smallest area that has somebody counts.
  const found = await Promise.all(areas.map((area) => findHolder(tx, region, area)))
  const row = found.find((one) => one !== undefined)
  if (row === undefined) return null
  const { holder, kind, zh, en } = row
  const name = (await namesOfUsers(tx, [holder])).get(holder)
  if (name === undefined) return null
  return { name, title: getPostKind(kind).title, unit: { zh, en } }
}

interface Holder extends Record<string, unknown> {
  readonly holder: string
  readonly kind: string
  readonly zh: string
  readonly en: string
}

/**
 * Who fills the first post of an area; a substitute before whom they stand in for. The day is asked once, and posts are looked
 * into one by one until somebody is found: a bureau may have hundreds.
 */
async function findHolder(tx: Transaction, region: string, area: string): Promise<Holder | undefined> {
  const [row] = await tx.query<Holder>(
    `with today as materialized (select staff.today() as day),
       filled as materialized (
         select p.id, p.kind, p.unit from staff.post p
         where p.region = $1 and p.area = $2 and p.kind in ('village-worker', 'township-worker', 'county-officer')
           and (p.closed_on is null or p.closed_on > (select day from today))
           and exists (select from staff.holding h where h.region = $1 and h.post = p.id and h.valid @> (select day from today))
         order by p.id limit 1)
     select h.holder, p.kind, n.name_zh as zh, n.name_en as en from today cross join filled p
     join staff.holding h on h.region = $1 and h.post = p.id and h.valid @> day
     join staff.unit n on n.region = $1 and n.id = p.unit
     order by h.role desc limit 1`,
    [region, area],
  )
  return row
}
