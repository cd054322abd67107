import { expect, it } from 'vitest'
import { rollUps } from './citus/distribute.ts'
import { beyondOneCounty } from './testing/beyond-one-county.ts'
import { testDatabase } from './testing/test-database.ts'

const database = testDatabase()

it('no function but the roll-ups reaches beyond one county', async () => {
  const { rows } = await database().owner.query<{ name: string; body: string }>(
    `select n.nspname || '.' || p.proname || '()' as name, p.prosrc as body from pg_proc p
     join pg_namespace n on n.oid = p.pronamespace
     where n.nspname in ('register', 'access', 'staff', 'casework', 'payment', 'audit')`,
  )
  expect(rows.length).toBeGreaterThan(10)
  // A function is given its county, or reads it from the settings into a variable.
  const beyond = rows.filter(({ body }) =>
    body
      .replaceAll(/\b[pv]_region\b/g, '$1')
      .split(';')
      .some((statement) => beyondOneCounty(statement).length > 0),
  )
  expect(beyond.map(({ name }) => name)).toEqual(rollUps)
})
