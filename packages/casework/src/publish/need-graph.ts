import type { Procedure } from '../procedure.ts'

/** The items an item waits for directly: those it names, and those that produce a fact nothing else gives. */
function direct(procedure: Procedure, id: string): readonly string[] {
  const asked = new Set(procedure.form.map(({ name }) => name))
  const needs = procedure.items.find((item) => item.id === id)?.needs ?? []
  return needs.flatMap((need) => {
    if (need.kind === 'item') return [need.item]
    if (asked.has(need.fact)) return []
    return procedure.items.filter(({ produces }) => produces.includes(need.fact)).map((item) => item.id)
  })
}

/** All items an item waits for, directly or through one another. */
export function itemsNeeded(procedure: Procedure, id: string): ReadonlySet<string> {
  const found = new Set<string>()
  const queue = [...direct(procedure, id)]
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (found.has(next)) continue
    found.add(next)
    queue.push(...direct(procedure, next))
  }
  return found
}

/** A circle of needs as a path whose first and last item are the same, or null. */
export function findNeedCycle(procedure: Procedure): readonly string[] | null {
  const done = new Set<string>()
  const visit = (id: string, path: readonly string[]): readonly string[] | null => {
    const at = path.indexOf(id)
    if (at >= 0) return [...path.slice(at), id]
    if (done.has(id)) return null
    for (const next of direct(procedure, id)) {
      const cycle = visit(next, [...path, id])
      if (cycle !== null) return cycle
    }
    done.add(id)
    return null
  }
  for (const { id } of procedure.items) {
    const cycle = visit(id, [])
    if (cycle !== null) return cycle
  }
  return null
}
