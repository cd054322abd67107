import type { Post } from '../api/register-types.ts'

/** Pages beyond the home, in the order of the bar. */
export const deskPages = ['people', 'posts', 'log', 'refusals', 'breakGlass', 'users'] as const
export type DeskPage = (typeof deskPages)[number]

export const pageAddress: Readonly<Record<DeskPage, string>> = {
  people: '/desk/people',
  posts: '/desk/posts',
  log: '/desk/log',
  refusals: '/desk/refusals',
  breakGlass: '/desk/break-glass',
  users: '/desk/users',
}

/** Whether the post has use for a page. The service decides again for each request. */
export function mayOpen(post: Post, page: DeskPage): boolean {
  switch (page) {
    case 'people':
      return post.purposes.length > 0
    case 'posts':
      return post.abilities.includes('see-posts')
    case 'log':
      return post.abilities.includes('see-log')
    case 'breakGlass':
      return post.abilities.includes('review')
    case 'refusals':
      return post.abilities.includes('see-refusals')
    case 'users':
      return post.abilities.includes('manage-staff')
  }
}
