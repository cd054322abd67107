import type { Post, PurposeOffered } from '../../api/register-types.ts'

const elsewhere: ReadonlySet<string> = new Set(['emergency', 'data-subject', 'casework'])

/**
 * What a post may search and read for. An emergency is asked for on a person's page, with its reason; cases have pages of
 * their own.
 */
export function offeredForReading(post: Post): readonly PurposeOffered[] {
  return post.purposes.filter(({ purpose }) => !elsewhere.has(purpose))
}

/** Whether everything that the purpose demands has been chosen. */
export function isComplete(why: { readonly purpose: string; readonly caseId?: string } | null, post: Post): boolean {
  if (why === null) return false
  const rule = post.purposes.find(({ purpose }) => purpose === why.purpose)
  return rule !== undefined && (!rule.needsCase || why.caseId !== undefined)
}
