/** The cases of the queue as it was last seen, in its order: so that a page can lead to the next. Ids only. */
let last: readonly string[] = []

export function keepQueue(caseIds: readonly string[]): void {
  last = [...new Set(caseIds)]
}

/** What comes after a case, and how many are left; null where the queue ends or the case was never in it. */
export function nextInQueue(caseId: string): { readonly caseId: string; readonly left: number } | null {
  const at = last.indexOf(caseId)
  const next = at < 0 ? undefined : last[at + 1]
  return next === undefined ? null : { caseId: next, left: last.length - at - 1 }
}
