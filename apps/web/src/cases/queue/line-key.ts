import type { QueueLine } from '../case-types.ts'

/** Tells lines apart: a case may wait for several things at once. */
export function lineKey({ caseId, item, what }: Pick<QueueLine, 'caseId' | 'item' | 'what'>): string {
  return `${caseId} ${item ?? ''} ${what}`
}
