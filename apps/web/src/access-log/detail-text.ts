import type { LogMessages } from './words-zh.ts'

/** The few parts of an entry's detail that a reviewer reads; never a value that was written. */
export function detailText(detail: Readonly<Record<string, unknown>>, words: LogMessages): string {
  const parts = Object.entries(detail).flatMap(([name, value]) => {
    if (name === 'why' && typeof value === 'string') return [words.whys[value] ?? value]
    if (name === 'reason' && typeof value === 'string') return [`${words.reason}：${value}`]
    if (name === 'people' && Array.isArray(value)) return [`${value.length}`]
    if (name === 'fields' && Array.isArray(value) && value.length > 0) return [value.join(', ')]
    if (['by', 'method', 'kind', 'ability', 'role'].includes(name) && typeof value === 'string') return [value]
    return []
  })
  return parts.join(' · ')
}
