import type { At } from '@junheng/plans'
import type { Work } from '../work/work.ts'

/** What is chosen on the desk: a section, a figure or a doubt, by its id. */
export type Selected = string | null

/** The place in the text that belongs to an id; a section's is its first line. */
export function placeOfId(work: Work, id: string): At | null {
  const item = work.items.find((one) => one.id === id)
  if (item) return item.data.at
  const doubt = work.doubts.find((one) => one.id === id)
  if (doubt) return doubt.doubt.at
  const section = work.sections.find((one) => one.id === id)
  return section ? { line: section.section.line, col: 0, quote: '' } : null
}

/** Ids in the order of the structure: each section with its figures behind it. */
export function rowOrder(work: Work): readonly string[] {
  const bySection = new Map<string, string[]>()
  const sorted = work.items.toSorted((a, b) => a.data.at.line - b.data.at.line || a.data.at.col - b.data.at.col)
  for (const { id, data } of sorted) {
    const own = bySection.get(data.section)
    if (own) own.push(id)
    else bySection.set(data.section, [id])
  }
  return work.sections.flatMap(({ id, section }) => [id, ...(bySection.get(section.path) ?? [])])
}

/** The section a chosen thing belongs to, by its id. */
export function sectionIdOf(work: Work, id: string): string | null {
  const path =
    work.items.find((one) => one.id === id)?.data.section ?? work.doubts.find((one) => one.id === id)?.doubt.section
  if (path !== undefined && path !== null) return work.sections.find(({ section }) => section.path === path)?.id ?? null
  return work.sections.some((one) => one.id === id) ? id : null
}

/** The next doubt that nobody has settled, behind the chosen one; from the top again at the end. */
export function nextDoubt(work: Work, selected: Selected): string | null {
  const open = work.doubts.filter(({ done }) => !done)
  const at = open.findIndex(({ id }) => id === selected)
  return (open[at + 1] ?? open[0])?.id ?? null
}
