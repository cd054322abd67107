import { evaluate } from '@junheng/rules'
import { family, type Procedure } from '../procedure.ts'
import { caseEnvironment } from './case-environment.ts'
import type { CaseState } from './case-state.ts'

/** Who confirms, brings and objects: the family, or the unit that stands in its place in this case. */
export function familySide(procedure: Procedure, { facts, openedOn }: Pick<CaseState, 'facts' | 'openedOn'>): string {
  const { guardian } = procedure
  if (guardian === null) return family
  return evaluate(guardian.when, caseEnvironment(procedure, facts, openedOn ?? 0)) === true ? guardian.unit : family
}
