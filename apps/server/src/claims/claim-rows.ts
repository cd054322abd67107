import type { WrittenFacts } from '@junheng/casework'
import type { Tables } from '../database/generated/db-types.ts'
import type { Reader } from '../database/statements.ts'
import type { Casework } from '../cases/casework.ts'
import { openJson, sealJson } from '../cases/sealed-json.ts'
import type { DuePeriod, RulesSay } from './rules-say.ts'

export type ClaimRow = Omit<Tables['payment.claim'], 'facts'>

/** A claim as it is kept, with what was stated for it. */
export interface KeptClaim {
  readonly row: ClaimRow
  readonly stated: WrittenFacts
}

/** `reopened`: taken up anew. `objection-denied`, `kept`: people looked, and what was decided stays. */
export type DecisionKind =
  | 'checked'
  | 'proposed'
  | 'declined'
  | 'confirmed'
  | 'refused'
  | 'recomputed'
  | 'reopened'
  | 'objection-denied'
  | 'kept'

/** Why people must look at a claim before anything more is paid for it. */
export type LookReason = 'comes-back' | 'facts-missing' | 'no-rule' | 'contradicts' | 'decided-by-people' | 'now-due'

/** One decision, opened. */
export interface Decision {
  readonly seq: number
  readonly id: string
  readonly kind: DecisionKind
  readonly asOf: string
  readonly rules: RulesSay['answer']['status']
  readonly ruleVersion: string
  readonly deviates: boolean
  readonly due: readonly DuePeriod[]
  readonly ground: string | null
  readonly actor: string
  readonly second: string | null
  readonly decidedAt: string
  readonly basis: Basis
}

/** What a decision stood on. `wants`: what a proposal asks the second person for. */
export interface Basis {
  readonly said: RulesSay
  readonly reason: string | null
  readonly wants: 'confirmed' | 'refused' | null
}

export const boundToClaim = {
  facts: (region: string, id: string) => `${region} claim ${id} facts`,
  decision: (region: string, id: string, seq: number) => `${region} claim ${id} decision ${seq}`,
  payee: (region: string, batch: string, line: number) => `${region} batch ${batch} line ${line}`,
}

/** A claim that the transaction may see. `lock`: nobody else writes it until the end. */
export async function findClaim(
  tx: Reader,
  { secrets }: Pick<Casework, 'secrets'>,
  { region, id, lock = false }: { readonly region: string; readonly id: string; readonly lock?: boolean },
): Promise<KeptClaim | undefined> {
  const [found] = await tx.query<Tables['payment.claim']>(
    `select * from payment.claim where region = $1 and id = $2${lock ? ' for update' : ''}`,
    [region, id],
  )
  if (found === undefined) return undefined
  const { facts, ...row } = found
  return { row, stated: openJson(secrets, boundToClaim.facts(region, id), facts) as WrittenFacts }
}

export async function loadDecisions(
  tx: Reader,
  { secrets }: Pick<Casework, 'secrets'>,
  { region, id }: { readonly region: string; readonly id: string },
): Promise<readonly Decision[]> {
  const rows = await tx.query<Tables['payment.decision']>(
    'select * from payment.decision where region = $1 and claim = $2 order by seq',
    [region, id],
  )
  return rows.map((row) => ({
    seq: row.seq,
    id: row.id,
    kind: row.kind as DecisionKind,
    asOf: row.as_of,
    rules: row.rules as Decision['rules'],
    ruleVersion: row.rule_version,
    deviates: row.deviates,
    due: row.due as Decision['due'],
    ground: row.ground,
    actor: row.actor,
    second: row.second,
    decidedAt: row.decided_at,
    basis: openJson(secrets, boundToClaim.decision(region, id, row.seq), row.basis) as Basis,
  }))
}

/** The decision by whose amounts money is due: the last that made an end. */
export function inForce(decisions: readonly Decision[]): Decision | undefined {
  return decisions.findLast(({ kind }) => kind === 'confirmed' || kind === 'refused' || kind === 'recomputed')
}

export function sealBasis(
  { secrets }: Pick<Casework, 'secrets'>,
  { region, id, seq }: { readonly region: string; readonly id: string; readonly seq: number },
  basis: Basis,
): Buffer {
  return sealJson(secrets, boundToClaim.decision(region, id, seq), basis)
}
