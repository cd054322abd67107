import type { LogEntry } from './calls.ts'
import type { LogMessages } from './words-zh.ts'

/** The few parts of an entry's detail that a reviewer reads; never a value that was written. */
export function detailText({ why, detail }: Pick<LogEntry, 'why' | 'detail'>, words: LogMessages): string {
  const parts = Object.entries(detail).flatMap(([name, value]) => {
    if (name === 'reason' && typeof value === 'string') return [words.reasonIs(value)]
    if (name === 'people' && Array.isArray(value)) return [words.people(value.length)]
    if (name === 'fields' && Array.isArray(value) && value.length > 0)
      return [words.shownWhole(value.map((field) => words.fields[String(field)] ?? String(field)))]
    if (name === 'by' && typeof value === 'string') return [words.bys[value] ?? value]
    if (name === 'method' && typeof value === 'string') return [words.methods[value] ?? value]
    return []
  })
  return [...(why === null ? [] : [words.whys[why] ?? why]), ...parts].join(' · ')
}
