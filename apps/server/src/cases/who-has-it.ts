import type { Words } from '@junheng/kernel'
import type { Transaction } from '../database/statements.ts'
import { namesOfUsers } from '../staff/user-names.ts'

/** Names for what a case keeps as ids: the offices it was handed to, the officers in charge. */
export interface WhoHasIt {
  readonly office: (id: string | null) => Words | null
  readonly officer: (id: string | null) => string | null
}

/**
 * Reads the names of offices and officers. An office that is none of this county's is one elsewhere: it was written in
 * words, and those are its name in both languages.
 */
export async function findWhoHasIt(
  tx: Transaction,
  region: string,
  {
    offices,
    officers,
  }: { readonly offices: readonly (string | null)[]; readonly officers: readonly (string | null)[] },
): Promise<WhoHasIt> {
  const known = offices.some((id) => id !== null)
    ? await tx.query<{ id: string; zh: string; en: string }>(
        'select id, name_zh as zh, name_en as en from staff.unit where region = $1 and id::text = any ($2::text[])',
        [region, offices.filter((id) => id !== null)],
      )
    : []
  const holders = officers.some((id) => id !== null)
    ? await tx.query<{ holder: string }>(
        'select distinct holder from staff.holding where region = $1 and holder::text = any ($2::text[])',
        [region, officers.filter((id) => id !== null)],
      )
    : []
  const names = await namesOfUsers(
    tx,
    holders.map(({ holder }) => holder),
  )
  return {
    office: (id) => {
      if (id === null) return null
      const found = known.find((one) => one.id === id)
      return found === undefined ? { zh: id, en: id } : { zh: found.zh, en: found.en }
    },
    officer: (id) => names.get(id ?? '') ?? null,
  }
}
