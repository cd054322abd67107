import { evaluate, missingFacts } from '@junheng/rules'
import type { Expr } from '@junheng/rules'
import type { HouseholdEnvironment } from './household-environment.ts'
import { householdEnvironment } from './household-environment.ts'
import type { SubjectCase } from './subject-case.ts'

export interface MissingFact {
  readonly name: string
  /** Row of the fact's table; null for a fact of the household. */
  readonly row: number | null
}

/** The facts without which the case cannot be decided, each once: of its dates and conditions first, then of its amount. */
export function missingOf(subject: SubjectCase, env: HouseholdEnvironment): readonly MissingFact[] {
  const { benefit } = subject
  const found = new Map<string, MissingFact>()
  const add = (expr: Expr | null, environment: HouseholdEnvironment): void => {
    if (expr === null || evaluate(expr, environment) !== null) return
    for (const { name, row } of missingFacts(expr, environment)) found.set(`${name} ${row ?? ''}`, { name, row })
  }
  const { index, situation, row } = subject
  if (env.judged === null)
    add(benefit.judgedOn, householdEnvironment({ index, situation, row, here: env.here, on: env.on, judged: null }))
  for (const { when } of benefit.conditions) add(when, env)
  add(benefit.from, env)
  add(benefit.to, env)
  add(benefit.amount?.value ?? null, env)
  add(benefit.amount?.to?.value ?? null, env)
  return [...found.values()]
}
