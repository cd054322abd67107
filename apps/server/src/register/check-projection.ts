import type { Fact } from '@junheng/register'
import type pg from 'pg'
import { factOf } from './fact-rows.ts'
import { differs, project, writeProjections, type Projected, type TieRow } from './projection.ts'

/** A subject whose projection is not what its facts say. */
export interface Difference {
  readonly region: string
  readonly subject: string
}

const batch = 2000

/**
 * Rebuilds every projection of a county from its facts and compares it with what stands there; `repair` writes the
 * rebuilt one. Runs as owner, past row-level security, and one county at a time.
 */
export async function checkProjection(
  client: pg.ClientBase,
  { region, repair = false }: { readonly region: string; readonly repair?: boolean },
): Promise<{ readonly subjects: number; readonly differences: readonly Difference[] }> {
  const differences: Difference[] = []
  let [subjects, after] = [0, '00000000-0000-0000-0000-000000000000']
  for (;;) {
    const ids = await subjectsAfter(client, { region, after })
    const [last] = ids.slice(-1)
    if (last === undefined) return { subjects, differences }
    const facts = await factsOf(client, { region, ids })
    const stored = await storedOf(client, { region, ids })
    for (const subject of ids) {
      const rebuilt = project(facts.get(subject) ?? [])
      const before = stored(subject)
      if (!differs(sorted(before), sorted(rebuilt))) continue
      differences.push({ region, subject })
      if (repair) await repairOne(client, { region, subject, before, after: rebuilt })
    }
    subjects += ids.length
    after = last
  }
}

async function subjectsAfter(client: pg.ClientBase, { region, after }: { region: string; after: string }) {
  const { rows } = await client.query<{ subject: string }>(
    `select subject from (
       select subject from register.fact where region = $1 and subject > $2
       union select id from register.person where region = $1 and id > $2
       union select id from register.household where region = $1 and id > $2
     ) s order by subject limit ${batch}`,
    [region, after],
  )
  return rows.map(({ subject }) => subject)
}

async function factsOf(client: pg.ClientBase, { region, ids }: { region: string; ids: readonly string[] }) {
  const parts = ['fact', 'fertility_fact'].map(
    (table) => `select * from register.${table} where region = $1 and subject = any ($2::uuid[])`,
  )
  const { rows } = await client.query<Parameters<typeof factOf>[0]>(parts.join(' union all '), [region, ids])
  return Map.groupBy(rows.map(factOf), ({ subject }: Fact) => subject)
}

async function storedOf(client: pg.ClientBase, { region, ids }: { region: string; ids: readonly string[] }) {
  const read = async <T extends Record<string, unknown>>(sql: string) =>
    (await client.query<T>(sql, [region, ids])).rows
  const persons = await read<NonNullable<Projected['person']>>(
    'select * from register.person where region = $1 and id = any ($2::uuid[])',
  )
  const households = await read<NonNullable<Projected['household']>>(
    'select * from register.household where region = $1 and id = any ($2::uuid[])',
  )
  const numbers = await read<{ person: string; kind: 'identity' | 'phone'; hash: string }>(
    `select person, kind, encode(hash, 'base64') as hash from register.number_key
     where region = $1 and person = any ($2::uuid[]) order by kind`,
  )
  const ties = await read<TieRow & { person: string }>(
    `select person, fact, kind, role, other, other_region, valid from register.tie
     where region = $1 and person = any ($2::uuid[]) order by fact`,
  )
  const keys = await read<{ household: string; key: string }>(
    'select household, key from register.address_key where region = $1 and household = any ($2::uuid[]) order by key',
  )
  const [numbersOf, tiesOf] = [Map.groupBy(numbers, ({ person }) => person), Map.groupBy(ties, ({ person }) => person)]
  const keysOf = Map.groupBy(keys, ({ household }) => household)
  const [personOf, householdOf] = [Map.groupBy(persons, ({ id }) => id), Map.groupBy(households, ({ id }) => id)]
  return (subject: string): Projected => ({
    person: personOf.get(subject)?.[0] ?? null,
    household: householdOf.get(subject)?.[0] ?? null,
    numbers: (numbersOf.get(subject) ?? []).map(({ kind, hash }) => ({ kind, hash })),
    ties: (tiesOf.get(subject) ?? []).map(withoutPerson),
    addressKeys: (keysOf.get(subject) ?? []).map(({ key }) => key),
  })
}

function withoutPerson({ fact, kind, role, other, other_region, valid }: TieRow): TieRow {
  return { fact, kind, role, other, other_region, valid }
}

/** The same order of columns and rows on both sides. */
function sorted(projected: Projected): unknown {
  const order = (row: object | null) => row && Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))
  const { person, household, numbers, ties, addressKeys } = projected
  return [order(person), order(household), numbers, ties.map(order), [...addressKeys].sort()]
}

async function repairOne(
  client: pg.ClientBase,
  { region, subject, before, after }: { region: string; subject: string; before: Projected; after: Projected },
): Promise<void> {
  await client.query('begin')
  if (after.person === null)
    await client.query('delete from register.person where region = $1 and id = $2', [region, subject])
  if (after.household === null) {
    await client.query('delete from register.household where region = $1 and id = $2', [region, subject])
  }
  const written: Promise<unknown>[] = []
  const post = (sql: string, values: readonly unknown[] = []) => void written.push(client.query(sql, [...values]))
  writeProjections({ post }, { region, changes: [{ subject, before, after }] })
  await Promise.all(written)
  await client.query('commit')
}
