import type { Action, Problem, Procedure } from '@junheng/casework'

/** Claims are cases that have pages, queues and decisions of their own. */
export function isClaim({ id }: Pick<Procedure, 'id'>): boolean {
  return /^claim(-|$)/.test(id)
}

/** The same in SQL, of `c` (casework.case_row). */
export const notClaimSql = `c.procedure !~ '^claim(-|$)'`

/** Everything that says something of money or of where it goes has one way: the claims' own. */
const theirs: ReadonlySet<Action['kind']> = new Set([
  'confirm',
  'provide',
  'correct',
  'answer',
  'ask-for-more',
  'object',
  'decide-objection',
  'reopen',
  'cancel',
])

/** Null where the action may be sent as one of any case; else where it belongs: the rules are asked there, and money follows. */
export function belongsToClaims(procedure: Procedure, { kind }: Pick<Action, 'kind'>): Problem | null {
  if (!isClaim(procedure) || !theirs.has(kind)) return null
  return {
    path: 'kind',
    code: 'claims-desk',
    message: { zh: '申领在它自己的页面办理，不在办件里', en: 'Claims have a page of their own, not among cases' },
  }
}
