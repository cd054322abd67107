/**
 * The candidate most like `name` by edits (insert, delete, replace, swap of neighbours), or undefined when none is near:
 * at most a third of its length, and at least one edit is always allowed for names of two signs or more.
 */
export function findNearestName(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = Array.from(name.slice(0, 80).toLowerCase())
  const limit = wanted.length < 2 ? 0 : Math.max(1, Math.floor(wanted.length / 3))
  let best: string | undefined
  let bestDistance = limit + 1
  for (const candidate of candidates) {
    const signs = Array.from(candidate.toLowerCase())
    if (Math.abs(signs.length - wanted.length) >= bestDistance) continue
    const distance = editDistance(wanted, signs)
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance]
  }
  return best ?? findByLastPart(name, candidates)
}

/** `birthDate` for `child.birthDate`, when only one candidate ends so. */
function findByLastPart(name: string, candidates: Iterable<string>): string | undefined {
  const last = name.slice(name.lastIndexOf('.') + 1)
  if (last === '') return undefined
  const matches = [...candidates].filter((candidate) => candidate.endsWith(`.${last}`))
  return matches.length === 1 ? matches[0] : undefined
}

/** Optimal string alignment: three rows suffice. */
function editDistance(a: readonly string[], b: readonly string[]): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1)
      row.push(cost)
    }
    beforeLast = last
    last = row
  }
  return last[b.length] ?? 0
}
