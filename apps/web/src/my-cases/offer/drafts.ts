import { newId } from '../../api/new-id.ts'
import type { Facts } from '../../cases/case-types.ts'

/** What a family has entered and not sent. */
export interface Draft {
  /** Of the confirmation: one through all tries. */
  readonly id: string
  readonly facts: Facts
  readonly step: number
}

/** Only in the memory of this page: an offline phone must not leave a child's name in a browser that others use. */
const drafts = new Map<string, Draft>()

export function readDraft(caseId: string): Draft {
  return drafts.get(caseId) ?? { id: newId(), facts: {}, step: -1 }
}

export function keepDraft(caseId: string, draft: Draft): void {
  drafts.set(caseId, draft)
}

export function forgetDraft(caseId: string): void {
  drafts.delete(caseId)
}
