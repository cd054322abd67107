import type { Reader } from '../database/statements.ts'

/** Chain of what belongs to no county: names that nobody has, cookies that nobody was given. */
export const nowhere = '100000'

export interface SignInEvent {
  readonly region: string
  readonly kind:
    | 'signed-in'
    | 'signed-out'
    | 'sign-in-failed'
    | 'locked-out'
    | 'stale-session'
    | 'forged-session'
    | 'second-factor-set-up'
    | 'post-chosen'
    | 'refused'
  readonly actor: string | null
  readonly detail: Readonly<Record<string, string | number | null>>
}

/** Writes down what happened at the door. Names and numbers that were typed are never in it. */
export async function auditSignIn(db: Reader, { region, kind, actor, detail }: SignInEvent): Promise<void> {
  await db.query('select audit.append($1, 0, $2, $3, null, null, null, $4)', [
    region,
    kind,
    actor,
    JSON.stringify(detail),
  ])
}
