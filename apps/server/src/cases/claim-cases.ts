import type { Action, Problem, Procedure } from '@junheng/casework'

/** Claims are cases that have pages, queues and decisions of their own. */
export function isClaim({ id }: Pick<Procedure, 'id'>): boolean {
  return /^claim(-|$)/.test(id)
}

/** The same in SQL, of `c` (casework.case_row). */
export const notClaimSql = `c.procedure !~ '^claim(-|$)'`

const answering: ReadonlySet<Action['kind']> = new Set(['answer', 'ask-for-more', 'reopen', 'cancel'])

/** Null where the action may be sent as one of any case; else where it belongs: the rules are asked there, and money follows. */
export function belongsToClaims(procedure: Procedure, { kind }: Action): Problem | null {
  if (!isClaim(procedure) || !answering.has(kind)) return null
  return {
    path: 'kind',
    code: 'claims-desk',
    message: { zh: '申领在“申领”页面审核，不在办件里', en: 'Claims are decided on their own page, not among cases' },
  }
}
