import { newId } from '../../api/new-id.ts'
import type { Facts } from '../../cases/case-types.ts'

/** What a family has entered and not sent. */
export interface Draft {
  /** Of the confirmation of each case: one through all tries. */
  readonly ids: Readonly<Record<string, string>>
  /** By the key of the question. */
  readonly facts: Facts
  readonly step: number
}

/** Only in the memory of this page: an offline phone must not leave a child's name in a browser that others use. */
const drafts = new Map<string, Draft>()

const keyOf = (caseIds: readonly string[]): string => caseIds.join(' ')

export function readDraft(caseIds: readonly string[]): Draft {
  return (
    drafts.get(keyOf(caseIds)) ?? { ids: Object.fromEntries(caseIds.map((id) => [id, newId()])), facts: {}, step: -1 }
  )
}

export function keepDraft(caseIds: readonly string[], draft: Draft): void {
  drafts.set(keyOf(caseIds), draft)
}

export function forgetDraft(caseIds: readonly string[]): void {
  drafts.delete(keyOf(caseIds))
}
