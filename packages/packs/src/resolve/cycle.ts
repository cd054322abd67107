/** A cycle of the graph as a path whose first and last name are the same, or null. */
export function findCycle(names: Iterable<string>, next: (name: string) => Iterable<string>): readonly string[] | null {
  const done = new Set<string>()
  const visit = (name: string, path: readonly string[]): readonly string[] | null => {
    const at = path.indexOf(name)
    if (at >= 0) return [...path.slice(at), name]
    if (done.has(name)) return null
    for (const other of next(name)) {
      const cycle = visit(other, [...path, name])
      if (cycle !== null) return cycle
    }
    done.add(name)
    return null
  }
  for (const name of names) {
    const cycle = visit(name, [])
    if (cycle !== null) return cycle
  }
  return null
}
