import type { At } from '@junheng/plans'

/** A stretch of one raw line and the things that stand there. */
export interface Span {
  readonly text: string
  readonly ids: readonly string[]
}

/** What is marked in the text: a thing's id and its place. */
export interface Marked {
  readonly id: string
  readonly at: At
}

/** Marks of each raw line, by its number. */
export function marksByLine(marked: readonly Marked[]): ReadonlyMap<number, readonly Marked[]> {
  const lines = new Map<number, Marked[]>()
  for (const mark of marked) {
    const own = lines.get(mark.at.line)
    if (own) own.push(mark)
    else lines.set(mark.at.line, [mark])
  }
  return lines
}

/** Cuts a line where marks begin or end; stretches that overlap carry all their ids. */
export function spansOf(row: string, marks: readonly Marked[]): readonly Span[] {
  if (marks.length === 0) return [{ text: row, ids: [] }]
  const points = Array.from(row)
  const placed = marks.map(({ id, at }) => ({ id, from: at.col, to: at.col + Array.from(at.quote).length }))
  const edges = [...new Set([0, points.length, ...placed.flatMap(({ from, to }) => [from, to])])]
    .filter((edge) => edge >= 0 && edge <= points.length)
    .toSorted((a, b) => a - b)
  return edges.slice(0, -1).flatMap((from, i) => {
    const to = edges[i + 1] ?? points.length
    const ids = placed.filter((mark) => mark.from <= from && to <= mark.to).map(({ id }) => id)
    return to > from ? [{ text: points.slice(from, to).join(''), ids }] : []
  })
}
