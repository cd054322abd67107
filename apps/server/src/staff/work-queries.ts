import type { Words } from '@junheng/kernel'
import type { Transaction } from '../database/statements.ts'

/** Something to be done, read from what the register holds: no flag is kept, so none can be forgotten. */
export interface WorkItem {
  readonly kind:
    | 'newborn'
    | 'without-number'
    | 'turning'
    | 'conflict'
    | 'correction'
    | 'hand-over'
    | 'handed-over'
    | 'break-glass'
    | 'gap'
  readonly id: string
  readonly subject: { readonly id: string; readonly name: string } | null
  readonly text: Words
  /** What to be careful about with this person. */
  readonly attention: Words | null
  readonly due: string | null
  readonly link: string
}

/** Most items of one kind that are shown. */
export const mostOfAKind = 50

type PersonRow = { readonly id: string; readonly name: string; readonly birth: string; readonly due: string | null }
type Where = {
  readonly region: string
  readonly townships: readonly string[]
  readonly villages: readonly string[] | null
}

/** People of the place: conditions that the index on township and village serves. */
const ofPlace = `p.region = $1 and p.township = any ($2::text[]) and ($3::text[] is null or p.village = any ($3::text[]))
  and p.death_date is null`

/** Children born in the last half year whom no household holds yet: within a month of the birth they should be. */
export async function newborns(tx: Transaction, where: Where): Promise<readonly WorkItem[]> {
  const rows = await tx.query<PersonRow>(
    `select p.id, p.name, p.birth_date as birth, p.birth_date + 30 as due from register.person p
     where ${ofPlace} and p.birth_date > staff.today() - 183 and not exists (
       select from register.tie t where t.region = $1 and t.person = p.id and t.kind = 'membership' and upper_inf(t.valid))
     order by p.birth_date, p.id limit ${mostOfAKind + 1}`,
    values(where),
  )
  return rows.map((row) =>
    item('newborn', row, {
      zh: `${row.birth} 出生，还没有登记进家庭户`,
      en: `Born ${row.birth}, not yet in a household`,
    }),
  )
}

/** Children of one month to a year without an identity number on file. */
export async function withoutNumber(tx: Transaction, where: Where): Promise<readonly WorkItem[]> {
  const rows = await tx.query<PersonRow>(
    `select p.id, p.name, p.birth_date as birth, null::date as due from register.person p
     where ${ofPlace} and p.birth_date > staff.today() - 365 and p.birth_date <= staff.today() - 30 and p.identity_fact is null
     order by p.birth_date, p.id limit ${mostOfAKind + 1}`,
    values(where),
  )
  return rows.map((row) =>
    item('without-number', row, {
      zh: `${row.birth} 出生，还没有身份证号；提醒家长办理落户`,
      en: `Born ${row.birth}, without an identity number; remind the parents to register the child`,
    }),
  )
}

/** People who turn 60 or 70 within a month: when care for the old and for special families begins or changes. */
export async function turning(tx: Transaction, where: Where): Promise<readonly WorkItem[]> {
  const rows = await tx.query<PersonRow & { readonly age: number }>(
    `select p.id, p.name, p.birth_date as birth, a.age, (p.birth_date + make_interval(years => a.age))::date as due
     from register.person p, (values (60), (70)) a (age)
     where ${ofPlace} and p.birth_date > staff.today() - make_interval(years => a.age)
       and p.birth_date <= staff.today() + 30 - make_interval(years => a.age)
     order by due, p.id limit ${mostOfAKind + 1}`,
    values(where),
  )
  return rows.map((row) =>
    item('turning', row, {
      zh: `${String(row.due)} 满 ${row.age} 周岁；核对奖励扶助、特别扶助的资格`,
      en: `Turns ${row.age} on ${String(row.due)}; check what special and supported families are due`,
    }),
  )
}

/** People whom two households hold at the same time. */
export async function conflicts(tx: Transaction, where: Where): Promise<readonly WorkItem[]> {
  const rows = await tx.query<PersonRow>(
    `select p.id, p.name, p.birth_date as birth, null::date as due from register.person p
     where ${ofPlace} and 1 < (
       select count(*) from register.tie t
       where t.region = $1 and t.person = p.id and t.kind = 'membership' and upper_inf(t.valid))
     order by p.id limit ${mostOfAKind + 1}`,
    values(where),
  )
  return rows.map((row) =>
    item('conflict', row, {
      zh: '同时登记在两个家庭户；核实后更正其中一条',
      en: 'Held by two households at once; find out and correct one',
    }),
  )
}

/** What residents asked to have corrected and nobody has answered. */
export async function openCorrections(tx: Transaction, region: string): Promise<readonly WorkItem[]> {
  const rows = await tx.query<{ id: string; person: string; name: string; text: string; due: string }>(
    `select r.id, r.person, p.name, r.text, (r.asked_at at time zone 'Asia/Shanghai')::date + 15 as due
     from staff.correction_request r join register.person p on p.region = r.region and p.id = r.person
     where r.region = $1 and p.region = $1 and r.answered_at is null order by r.asked_at, r.id limit ${mostOfAKind + 1}`,
    [region],
  )
  return rows.map(({ id, person, name, text, due }) => ({
    kind: 'correction',
    id,
    subject: { id: person, name },
    text: { zh: `本人申请更正：${text}`, en: `Asks for a correction: ${text}` },
    attention: null,
    due,
    link: `/desk/people/${person}`,
  }))
}

/** What other villages handed over about people of this place, and nobody has answered. */
export async function openHandOvers(
  tx: Transaction,
  { region, actor }: { readonly region: string; readonly actor: string },
): Promise<readonly WorkItem[]> {
  const rows = await tx.query<{ id: string; person: string; name: string; text: string; due: string }>(
    `select h.id, h.person, p.name, h.text, (h.asked_at at time zone 'Asia/Shanghai')::date + 7 as due
     from staff.hand_over h join register.person p on p.region = h.region and p.id = h.person
     where h.region = $1 and p.region = $1 and h.answered_at is null and h.asked_by <> $2
     order by h.asked_at, h.id limit ${mostOfAKind + 1}`,
    [region, actor],
  )
  return rows.map(({ id, person, name, text, due }) => ({
    kind: 'hand-over',
    id,
    subject: { id: person, name },
    text: { zh: `别的村转来：${text}`, en: `Handed over by another village: ${text}` },
    attention: null,
    due,
    link: `/desk/people/${person}`,
  }))
}

/** What one handed over oneself: waiting, or answered within a month. Of the person nothing is shown. */
export async function ownHandOvers(
  tx: Transaction,
  { region, actor }: { readonly region: string; readonly actor: string },
): Promise<readonly WorkItem[]> {
  const rows = await tx.query<{ id: string; text: string; answer: string | null }>(
    `select id, text, answer from staff.hand_over
     where region = $1 and asked_by = $2 and (answered_at is null or answered_at > now() - interval '30 days')
     order by asked_at desc, id limit ${mostOfAKind + 1}`,
    [region, actor],
  )
  return rows.map(({ id, text, answer }) => ({
    kind: 'handed-over',
    id,
    subject: null,
    text:
      answer === null
        ? { zh: `您转给别的村的，等对方办：${text}`, en: `Handed over by you, waiting there: ${text}` }
        : { zh: `您转给别的村的：${text}　答复：${answer}`, en: `Handed over by you: ${text}. Answer: ${answer}` },
    attention: null,
    due: null,
    link: '/desk',
  }))
}

/** Of these people, those all of whose children on file here have died: perhaps a special family. */
export async function bereaved(tx: Transaction, people: readonly string[]): Promise<ReadonlySet<string>> {
  if (people.length === 0) return new Set()
  const rows = await tx.query<{ parent: string }>('select staff.bereaved($1::uuid[]) as parent', [people])
  return new Set(rows.map(({ parent }) => parent))
}

function item(kind: WorkItem['kind'], { id, name, due }: PersonRow, text: Words): WorkItem {
  return { kind, id: `${kind}-${id}`, subject: { id, name }, text, attention: null, due, link: `/desk/people/${id}` }
}

function values({ region, townships, villages }: Where): readonly unknown[] {
  return [region, townships, villages]
}
