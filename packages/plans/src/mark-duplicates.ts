import type { Target } from './outline.ts'

/** The same target in a report and in the plan behind it: the plan's is the one that counts. */
export function markDuplicates(targets: readonly Target[]): readonly Target[] {
  const later = new Map<string, string>()
  const marked: Target[] = []
  for (const target of targets.toReversed()) {
    const part = /^([A-Z])\//.exec(target.section)?.[1]
    const key = `${target.indicator}|${String(target.value)}|${target.unit ?? ''}`
    const other = later.get(key)
    const duplicate = part !== undefined && other !== undefined && !other.startsWith(`${part}/`)
    marked.push(duplicate ? { ...target, duplicateOf: other } : target)
    if (part !== undefined && !duplicate) later.set(key, target.section)
  }
  return marked.toReversed()
}
