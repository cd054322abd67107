import type { ClientBase } from 'pg'
import { checkProjection } from '../../register/check-projection.ts'
import { verifyChains, type Verification } from '../audit/verify-chain.ts'
import { migrate, type Migration } from '../migrate.ts'
import type { Secrets } from '../secrets.ts'
import { backup } from './backup.ts'

export interface Upgrade {
  /** Where the backup of before lies; null: there was nothing to upgrade. */
  readonly backup: string | null
  readonly applied: readonly string[]
  readonly audit: Verification
  /** Subjects whose projection no longer says what their facts say. */
  readonly differences: number
}

/** Backs up, brings the schema forward, then proves the audit chain and every projection. */
export async function upgrade(
  client: ClientBase,
  options: {
    readonly folder: string
    readonly secrets: Secrets
    readonly migrations: readonly Migration[]
    readonly now: Temporal.Instant
  },
): Promise<Upgrade> {
  const { folder, secrets, migrations, now } = options
  const { rows } = await client.query<{ waiting: boolean }>(`select to_regclass('public.migration') is null as waiting`)
  const fresh = rows[0]?.waiting === true
  const before = fresh ? 0 : await countApplied(client)
  const needed = before < migrations.length
  if (needed && before > 0) await backup(client, { folder, secrets, now })
  const applied = await migrate(client, migrations)
  let differences = 0
  for (const region of await listRegions(client)) {
    differences += (await checkProjection(client, { region })).differences.length
  }
  return { backup: needed && before > 0 ? folder : null, applied, audit: await verifyChains(client), differences }
}

async function countApplied(client: ClientBase): Promise<number> {
  const { rows } = await client.query<{ n: number }>('select count(*) as n from public.migration')
  return rows[0]?.n ?? 0
}

/** Counties that have a register: those that ever acted. */
async function listRegions(client: ClientBase): Promise<readonly string[]> {
  const { rows } = await client.query<{ region: string }>(
    'select distinct region from audit.chain_head order by region',
  )
  return rows.map(({ region }) => region)
}
