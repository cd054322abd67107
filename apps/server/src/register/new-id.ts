import { randomUUID } from 'node:crypto'

/** A UUID of version 7: it begins with the time, so that new rows lie together in an index. */
export function newId(now: Temporal.Instant): string {
  const time = now.epochMilliseconds.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`
}
