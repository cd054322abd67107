import type { Words } from '@junheng/kernel'
import type { Fact } from '@junheng/register'
import type { z } from 'zod'
import type { Secrets } from '../database/secrets.ts'
import type { Transaction } from '../database/statements.ts'
import { withAccess, type Access, type Register } from '../register/access.ts'
import { auditPersonRead, readPersonIn, type PersonPage as Record } from '../register/read-person.ts'
import { placeNames } from '../staff/place-names.ts'
import { factLabels, sourceLabels } from './names.ts'
import { recordersOf, type Recorder } from './recorders.ts'
import type { PersonPage } from './schemas.ts'

export interface ReadPageOptions {
  readonly register: Register
  readonly secrets: Secrets
  readonly access: Access
  readonly person: string
  readonly births: boolean
}

type Page = z.infer<typeof PersonPage>

/** A person's page with household, ties and who recorded what; null where this access sees nobody of that id. */
export async function readPage(options: ReadPageOptions): Promise<Page | null> {
  const { register, access, births } = options
  return withAccess(register, { access, births }, async (tx) => {
    const { region, purpose } = access
    const own = purpose === 'data-subject'
    // Statements that need nothing of one another are on their way together.
    const [record, found] = await Promise.all([
      readPersonIn(tx, options),
      births ? readTies(tx, { region, person: options.person, own }) : none,
    ])
    if (record === null) {
      auditPersonRead(tx, options, null)
      return null
    }
    const { household, ties } = found
    const ids = [
      ...record.history.flatMap(({ object }) => (object === null ? [] : [object.id])),
      ...ties.map(({ other }) => other),
    ]
    const [names, recorders, places] = await Promise.all([
      namesOf(tx, { region, ids }),
      recordersOf(tx, { region, actions: record.history.map(({ action }) => action) }),
      placeNames(tx, { region, codes: [record.township, record.village] }),
    ])
    auditPersonRead(tx, options, record)
    return {
      ...plainPart(record),
      townshipName: places.get(record.township) ?? null,
      villageName: places.get(record.village ?? '') ?? null,
      household,
      ties: ties.map(({ kind, other, from, to }) => ({
        kind,
        person: names.has(other) ? other : null,
        name: names.get(other) ?? null,
        from,
        to,
      })),
      history: history(record, { names, recorders }),
    }
  })
}

const none = { household: null, ties: [] } as const

function plainPart(record: Record) {
  const { history: _history, believed: _believed, health: _health, ...plain } = record
  return plain
}

function history(
  { history: facts, believed, health }: Record,
  {
    names,
    recorders,
  }: { readonly names: ReadonlyMap<string, string>; readonly recorders: ReadonlyMap<string, Recorder> },
): Page['history'] {
  const correctedBy = new Map(facts.flatMap(({ id, corrects }) => (corrects === null ? [] : [[corrects, id] as const])))
  const label = (kind: Fact['kind']): Words => factLabels[kind]
  return facts.map((fact) => ({
    id: fact.id,
    kind: fact.kind,
    label: label(fact.kind),
    value: fact.value === null ? null : { ...fact.value },
    object: fact.object === null ? null : { ...fact.object, name: names.get(fact.object.id) ?? null },
    from: fact.valid.from,
    to: fact.valid.to,
    recordedAt: fact.recordedAt,
    source: { ...fact.source, label: sourceLabels[fact.source.kind] },
    recordedBy: recorders.get(fact.action) ?? null,
    believed: believed.includes(fact.id),
    corrects: fact.corrects,
    correctedBy: correctedBy.get(fact.id) ?? null,
    reason: fact.reason,
    note: health[fact.id] ?? null,
  }))
}

type TieRow = {
  readonly kind: string
  readonly role: string
  readonly other: string
  readonly from: string
  readonly to: string | null
  readonly open: boolean
}

async function readTies(
  tx: Transaction,
  { region, person, own }: { readonly region: string; readonly person: string; readonly own: boolean },
) {
  const rows = await tx.query<TieRow>(
    `select t.kind, t.role, t.other, lower(t.valid) as from, upper(t.valid) as to, upper_inf(t.valid) as open
     from register.tie t where t.region = $1 and t.person = $2 order by lower(t.valid), t.fact`,
    [region, person],
  )
  const home = rows.find(({ kind, open }) => kind === 'membership' && open)
  return {
    household:
      home === undefined ? null : own ? await readOwnHome(tx) : await readHousehold(tx, { region, id: home.other }),
    ties: rows.filter(({ kind }) => kind !== 'membership'),
  }
}

async function readHousehold(
  tx: Transaction,
  { region, id }: { readonly region: string; readonly id: string },
): Promise<NonNullable<Page['household']>> {
  const [[row], members] = await Promise.all([
    tx.query<{ address: string }>('select address from register.household where region = $1 and id = $2', [region, id]),
    tx.query<{ id: string; name: string; role: string; sex: string | null; birthDate: string }>(
      `select p.id, p.name, t.role, p.sex, p.birth_date as "birthDate" from register.tie t
     join register.person p on p.region = t.region and p.id = t.person
     where t.region = $1 and p.region = $1 and t.other = $2 and t.kind = 'membership' and upper_inf(t.valid)
       and p.death_date is null
     order by p.birth_date, p.id limit 100`,
      [region, id],
    ),
  ])
  return { id, address: row?.address ?? null, members: [...members] }
}

/** A person reading as themself sees where they live; the other members' data are the others' own. */
async function readOwnHome(tx: Transaction): Promise<Page['household']> {
  const [row] = await tx.query<{ id: string; address: string }>('select id, address from access.own_home()')
  return row === undefined ? null : { ...row, members: [] }
}

async function namesOf(
  tx: Transaction,
  { region, ids }: { readonly region: string; readonly ids: readonly string[] },
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.query<{ id: string; name: string }>(
    'select id, name from register.person where region = $1 and id = any ($2::uuid[])',
    [region, ids],
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
