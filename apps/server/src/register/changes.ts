import type { Fact } from '@junheng/register'
import type { Transaction } from '../database/statements.ts'
import { loadFacts } from './fact-rows.ts'
import { project, type Change } from './projection.ts'

/** The facts of the subjects that this access may see, locked until the end. Unknown and unseen ones are alike absent. */
export async function loadVisible(
  tx: Transaction,
  { region, subjects }: { readonly region: string; readonly subjects: readonly string[] },
): Promise<ReadonlyMap<string, readonly Fact[]>> {
  const found = await Promise.all(
    ['person', 'household'].map((table) =>
      tx.query<{ id: string }>(
        `select id from register.${table} where region = $1 and id = any ($2::uuid[]) order by id for update`,
        [region, subjects],
      ),
    ),
  )
  const visible = found.flat().map(({ id }) => id)
  return visible.length === 0 ? new Map() : loadFacts(tx, { region, subjects: visible })
}

/** Every subject whose projection may change. A birth shows in no projection of the mother. */
export function changesOf(added: readonly Fact[], before: ReadonlyMap<string, readonly Fact[]>): readonly Change[] {
  const fresh = Map.groupBy(
    added.filter(({ kind }) => kind !== 'birth'),
    ({ subject }) => subject,
  )
  return Array.from(fresh, ([subject, facts]) => {
    const old = before.get(subject) ?? []
    return { subject, before: project(old), after: project([...old, ...facts]) }
  })
}

/** Takes identity numbers into use; returns the subjects whose number is another person's, here or in any other county. */
export async function claimIdentityNumbers(
  tx: Transaction,
  { region, changes }: { readonly region: string; readonly changes: readonly Change[] },
): Promise<readonly string[]> {
  const identity = ({ numbers }: Change['before']) => numbers.find(({ kind }) => kind === 'identity')?.hash
  const moved = changes
    .map(({ subject: person, before, after }) => ({ person, old: identity(before), hash: identity(after) }))
    .filter(({ old, hash }) => old !== hash)
  const wanted = moved.filter(({ hash }) => hash !== undefined)
  const claimed = new Set<string>()
  if (wanted.length > 0) {
    const rows = await tx.query<{ person: string }>(
      `insert into register.identity_number (hash, region, person)
       select decode(hash, 'base64'), $1, person from json_to_recordset($2::json) as n (hash text, person uuid)
       on conflict do nothing returning person`,
      [region, JSON.stringify(wanted)],
    )
    for (const { person } of rows) claimed.add(person)
  }
  const dropped = moved.filter(({ old }) => old !== undefined)
  if (dropped.length > 0) {
    tx.post(
      `delete from register.identity_number i where region = $1 and (hash, person) in (
         select decode(old, 'base64'), person from json_to_recordset($2::json) as n (old text, person uuid))`,
      [region, JSON.stringify(dropped)],
    )
  }
  return wanted.filter(({ person }) => !claimed.has(person)).map(({ person }) => person)
}
