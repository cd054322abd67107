import type { Procedure, WrittenFacts } from '@junheng/casework'
import { birthProcedureId } from './birth-procedure-id.ts'

/** Children who come to a family without a birth that somebody tells of. */
const withoutNotice: readonly unknown[] = ['adopted', 'foundling']

/** Whether a case is opened by a notice of the birth only, so that the same birth is known again whoever tells of it. */
export function toldByNotice({ id }: Pick<Procedure, 'id'>, facts: WrittenFacts): boolean {
  return id === birthProcedureId && !withoutNotice.includes(facts['child.origin'])
}
