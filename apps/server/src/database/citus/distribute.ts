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
    'access.post_grant',
    'access.case_file',
    'access.resident',
    'staff.place',
    'staff.unit',
    'staff.post',
    'staff.holding',
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
   * What only functions write, which run as owner: Citus lets no transaction touch rows of one group under two names once
   * one of them has written there. So that writing and its audit entry are two groups, and their commit is a two-phase one.
   */
  witnesses: ['audit.chain_head', 'audit.entry', 'access.break_glass'],
} as const

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
}
