import { findPurpose, type Purpose } from '@junheng/register'
import type { Words } from '@junheng/kernel'
import type { Reader } from '../database/statements.ts'
import type { Access, Field } from '../register/access.ts'
import { getPostKind, type Ability } from './post-kinds.ts'

/** A post that somebody fills today. */
export interface Post {
  readonly id: string
  readonly kind: string
  readonly title: Words
  readonly unit: { readonly id: string; readonly name: Words }
  /** The county, six digits. */
  readonly region: string
  readonly regionName: Words | null
  /** The place it is of, where that is smaller than the county. */
  readonly area: { readonly code: string; readonly name: Words } | null
  readonly purposes: readonly PurposeOfPost[]
  readonly fields: readonly Field[]
  readonly abilities: readonly Ability[]
  readonly substitute: boolean
}

export interface PurposeOfPost {
  readonly purpose: Purpose
  readonly label: Words
  readonly needsCase: boolean
  readonly forbidden: boolean
}

type Row = {
  readonly id: string
  readonly kind: string
  readonly area: string
  readonly role: string
  readonly unit: string
  readonly unit_zh: string
  readonly unit_en: string
  readonly area_zh: string
  readonly area_en: string
  readonly county_zh: string | null
  readonly county_en: string | null
}

/**
 * The posts that somebody fills today in a county, as holder or substitute. Asked with every request: what they hold is read
 * first and the day once, or a planner that does not know a new staff yet reads everybody's.
 */
export async function loadOwnPosts(
  db: Reader,
  { region, user }: { readonly region: string; readonly user: string },
): Promise<readonly Post[]> {
  const rows = await db.query<Row>(
    `with own as materialized (select post, role, valid from staff.holding where region = $1 and holder = $2),
       today as materialized (select staff.today() as day)
     select p.id, p.kind, p.area, h.role, u.id as unit, u.name_zh as unit_zh, u.name_en as unit_en,
       a.name_zh as area_zh, a.name_en as area_en, c.name_zh as county_zh, c.name_en as county_en
     from today cross join own h
     join staff.post p on p.region = $1 and p.id = h.post
     join staff.unit u on u.region = $1 and u.id = p.unit
     join staff.place a on a.region = $1 and a.code = p.area
     left join staff.place c on c.region = $1 and c.code = $1
     where h.valid @> day and (p.closed_on is null or p.closed_on > day)
     order by length(p.area), p.area, p.kind, p.id`,
    [region, user],
  )
  return rows.map((row) => postOf(row, region))
}

function postOf(row: Row, region: string): Post {
  const kind = getPostKind(row.kind)
  const county = row.area === region
  return {
    id: row.id,
    kind: row.kind,
    title: kind.title,
    unit: { id: row.unit, name: { zh: row.unit_zh, en: row.unit_en } },
    region,
    regionName: row.county_zh === null || row.county_en === null ? null : { zh: row.county_zh, en: row.county_en },
    area: county ? null : { code: row.area, name: { zh: row.area_zh, en: row.area_en } },
    purposes: kind.purposes.map((purpose) => {
      const rule = findPurpose(purpose)
      if (rule === undefined) throw new Error(`${row.kind} has a purpose that is none: ${purpose}`)
      return { purpose, label: rule.label, needsCase: rule.needsCase, forbidden: rule.forbidden }
    }),
    fields: kind.fields,
    abilities: kind.abilities,
    substitute: row.role === 'substitute',
  }
}

/** What a post may claim of the register: its own place, never a wider one. The database checks it again. */
export function accessFrom(
  post: Post,
  wanted: {
    readonly actor: string
    readonly purpose: Purpose
    readonly caseId?: string | null | undefined
    readonly fields?: readonly Field[] | undefined
    readonly reason?: string | null | undefined
  },
): Access {
  const area = post.area?.code ?? null
  return {
    actor: wanted.actor,
    region: post.region,
    townships: area === null ? null : [area.slice(0, 9)],
    villages: area?.length === 12 ? [area] : null,
    purpose: wanted.purpose,
    caseId: wanted.caseId ?? null,
    fields: wanted.fields ?? [],
    reason: wanted.reason ?? null,
    post: post.id,
  }
}
