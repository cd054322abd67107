import type { Day } from '@junheng/kernel'
import type { ClientBase } from 'pg'
import { playedPost, type DemoPlace } from './cards.ts'
import type { PlayedFamily } from './choose-played.ts'

/** The open cases of the demonstration: number, whose post, for which purpose, about whom. */
const cases = [
  { number: 1, kind: 'township-worker', purpose: 'birth-service', about: 'child' },
  { number: 2, kind: 'village-worker', purpose: 'birth-service', about: 'child' },
  { number: 3, kind: 'county-officer', purpose: 'benefit', about: 'mother' },
  { number: 4, kind: 'county-officer', purpose: 'benefit', about: 'elder' },
  { number: 5, kind: 'township-worker', purpose: 'benefit', about: 'mother' },
  { number: 6, kind: 'health-worker', purpose: 'health-service', about: 'mother' },
  { number: 7, kind: 'police-registrar', purpose: 'household-registration', about: 'child' },
  { number: 8, kind: 'school-clerk', purpose: 'school-entry', about: 'child' },
] as const

/** The number of a case as people say it: year of opening and serial. */
export function caseNumber(number: (typeof cases)[number]['number'], opened: Day): string {
  return `XA-${opened.slice(0, 4)}-${String(number).padStart(4, '0')}`
}

/** Opens the cases; as owner, in the transaction of the client. */
export async function writeCases(
  client: ClientBase,
  { place, family, opened }: { readonly place: DemoPlace; readonly family: PlayedFamily; readonly opened: Day },
): Promise<void> {
  const rows = cases.map(({ number, kind, purpose, about }) => ({
    case_id: caseNumber(number, opened),
    purpose,
    post: playedPost(place, kind, family),
    about: family[about].id,
  }))
  await client.query(
    `insert into access.case_file (region, case_id, purpose, opened_on, post, about, opened_by)
     select $1, c.case_id, c.purpose, $2, c.post, c.about, h.holder
     from json_to_recordset($3::json) as c (case_id text, purpose text, post uuid, about uuid)
     join staff.holding h on h.region = $1 and h.post = c.post and h.role = 'holder'`,
    [place.region, opened, JSON.stringify(rows)],
  )
}
