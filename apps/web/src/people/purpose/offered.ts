import type { Post, PurposeOffered } from '../../api/register-types.ts'

/** What a post may search and read for. An emergency is asked for on a person's page, with its reason. */
export function offeredForReading(post: Post): readonly PurposeOffered[] {
  return post.purposes.filter(({ purpose }) => purpose !== 'emergency' && purpose !== 'data-subject')
}

/** Whether everything that the purpose demands has been chosen. */
export function isComplete(why: { readonly purpose: string; readonly caseId?: string } | null, post: Post): boolean {
  if (why === null) return false
  const rule = post.purposes.find(({ purpose }) => purpose === why.purpose)
  return rule !== undefined && (!rule.needsCase || why.caseId !== undefined)
}
