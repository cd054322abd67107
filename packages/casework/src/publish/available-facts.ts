import { factsOf, type Expr } from '@junheng/rules'
import type { Procedure } from '../procedure.ts'

/** Names a case may come to know: what its form asks and what its items produce. */
export function availableFacts({ form, items }: Procedure): ReadonlySet<string> {
  return new Set([...form.map(({ name }) => name), ...items.flatMap(({ produces }) => produces)])
}

/** The facts an expression reads in the end, derived ones traced to what they are made of. */
export function factsRead(procedure: Procedure, expr: Expr): readonly string[] {
  const found = new Set<string>()
  const visit = (name: string): void => {
    if (found.has(name)) return
    found.add(name)
    const definition = procedure.derived[name]
    if (definition !== undefined) factsOf(definition).forEach(visit)
  }
  factsOf(expr).forEach(visit)
  return [...found].filter((name) => procedure.derived[name] === undefined)
}
