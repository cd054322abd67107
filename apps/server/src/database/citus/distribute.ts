import type { ClientBase } from 'pg'

/** Small lists that every worker keeps a copy of. */
const references = ['access.purpose', 'staff.post_kind']

/** Unique in the whole country, so spread by itself: the hash of an identity number. */
const byHash = { table: 'register.identity_number', column: 'hash' } as const

/** Spread by county, those that others refer to first; the rows of one county in one group lie on one worker. */
const byCounty = {
  /** What the service reads and writes under its own name. */
  service: [
    'register.action',
    'register.fact',
    'register.fertility_fact',
    'register.health_fact',
    'register.sealed',
    'register.person',
    'register.number_key',
    'register.household',
    'register.address_key',
    'register.tie',
    'register.outbox',
    'staff.correction_request',
    'staff.hand_over',
    'casework.case_row',
    'casework.counter',
    'casework.action',
    'casework.party',
    'casework.waiting',
    'casework.delivery',
    'casework.answer_seen',
    'casework.circuit',
    'casework.document',
    'casework.notice',
    'casework.birth_key',
    'casework.case_key',
    'casework.followed',
    'casework.family_notice',
    'casework.notices_read',
    'payment.claim',
    'payment.decision',
    'payment.counter',
    'payment.batch',
    'payment.batch_line',
    'payment.ledger',
    'payment.bank_answer',
    'payment.offered',
    'payment.followed',
  ],
  /**
   * Who may do what: the functions that ask it run as owner, also after the service has written in the same transaction,
   * and Citus lets no transaction touch rows of one group under two names once one of them has written there.
   */
  rights: [
    'access.post_grant',
    'access.case_file',
    'access.resident',
    'staff.place',
    'staff.unit',
    'staff.post',
    'staff.holding',
  ],
  /**
   * What only functions write, which run as owner; for the same reason a group of its own. So writing and its audit entry
   * are two groups, and their commit is a two-phase one.
   */
  witnesses: ['audit.chain_head', 'audit.entry', 'access.break_glass'],
} as const

/** Functions that statements call where the rows are; all others run on the coordinator. */
const everywhere = ['staff.today()']

/** Roll-ups: functions that ask every county at once. No other statement of the service may. */
export const rollUps = ['staff.counties()']

/** Every table that is not left on the coordinator; the tables of sign-in are, being small and without a county. */
export const distributedTables: readonly string[] = [...references, byHash.table, ...Object.values(byCounty).flat()]

/**
 * Spreads a migrated database over the workers of its Citus cluster. Run once, as owner, on the coordinator, after
 * `create extension citus` and citus_add_node; the tables must be empty or small.
 */
export async function distribute(client: ClientBase): Promise<void> {
  for (const table of references) await client.query('select create_reference_table($1)', [table])
  for (const group of Object.values(byCounty)) {
    for (const table of group) {
      const colocated = table === group[0] ? 'none' : group[0]
      await client.query(`select create_distributed_table($1, 'region', colocate_with => $2)`, [table, colocated])
    }
  }
  await client.query(`select create_distributed_table($1, $2, colocate_with => 'none')`, [byHash.table, byHash.column])
  for (const called of everywhere) await client.query('select create_distributed_function($1)', [called])
  await forbidCrossing(client)
}

/**
 * A statement of the service that would go to more than one shard is refused by the coordinator: it would be slow in a
 * province, and no rule of this service needs one. The roll-ups alone may. Each execution is planned with its values,
 * because of a plan made for any county Citus does not see that it needs one shard only.
 */
async function forbidCrossing(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>('select quote_ident(current_database()) as name')
  const ofService = `alter role junheng_app in database ${rows[0]?.name ?? ''}`
  const level = 'citus.multi_task_query_log_level'
  await client.query(`${ofService} set plan_cache_mode = 'force_custom_plan'`)
  await client.query(`${ofService} set ${level} = 'error'`)
  for (const rollUp of rollUps) await client.query(`alter function ${rollUp} set ${level} = 'off'`)
}
