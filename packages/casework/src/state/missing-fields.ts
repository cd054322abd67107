import { evaluate, missingFacts } from '@junheng/rules'
import type { FormField, Procedure } from '../procedure.ts'
import { caseEnvironment } from './case-environment.ts'
import type { CaseState } from './case-state.ts'

/** The fields of the form that apply to this case, as far as what is known says. */
export function askedFields(procedure: Procedure, facts: CaseState['facts'], on: number): readonly FormField[] {
  const env = caseEnvironment(procedure, facts, on)
  return procedure.form.filter(({ when }) => when === null || evaluate(when, env) === true)
}

/** Those of them nobody has filled in. */
export function missingFields(procedure: Procedure, state: CaseState): readonly FormField[] {
  const asked = askedFields(procedure, state.facts, state.openedOn ?? 0)
  return asked.filter(({ name }) => state.facts[name] === undefined)
}

/** Names of the facts that decide whether an item is needed and are not known yet. */
export function undecidedFacts(procedure: Procedure, state: CaseState): readonly string[] {
  const env = caseEnvironment(procedure, state.facts, state.openedOn ?? 0)
  const names = procedure.items.flatMap(({ id, when }) =>
    state.items[id]?.status === 'undecided' && when !== null ? missingFacts(when, env).map(({ name }) => name) : [],
  )
  return [...new Set(names)]
}
