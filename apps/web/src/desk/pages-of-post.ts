import type { Post } from '../api/register-types.ts'

/** Pages beyond the home, in the order of the bar. */
export const deskPages = [
  'cases',
  'births',
  'overview',
  'deliveries',
  'claims',
  'payments',
  'people',
  'posts',
  'log',
  'refusals',
  'breakGlass',
  'users',
] as const
export type DeskPage = (typeof deskPages)[number]

export const pageAddress: Readonly<Record<DeskPage, string>> = {
  cases: '/desk/cases',
  births: '/desk/births',
  overview: '/desk/overview',
  deliveries: '/desk/deliveries',
  claims: '/desk/claims',
  payments: '/desk/payments',
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
      return post.purposes.some(({ purpose }) => purpose !== 'casework' && purpose !== 'benefit')
    case 'cases':
      return worksOnCases(post) && post.kind !== 'data-officer' && post.kind !== 'benefit-officer' && !movesMoney(post)
    case 'births':
      return tellsOfBirths.has(post.kind)
    case 'overview':
      return overseesCases.has(post.kind)
    case 'deliveries':
      return post.kind === 'data-officer'
    case 'claims':
      // Whoever prepares payments enters there what families gave back.
      return post.abilities.some((ability) => ability.endsWith('-claims') || ability === 'prepare-payments')
    case 'payments':
      return movesMoney(post)
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

function movesMoney(post: Post): boolean {
  return post.abilities.some((ability) => ability.endsWith('-payments'))
}

/** Whether cases are what the post is there for. */
export function worksOnCases(post: Post): boolean {
  return post.purposes.some(({ purpose }) => purpose === 'casework')
}

const tellsOfBirths: ReadonlySet<string> = new Set(['hospital-clerk', 'health-worker', 'county-officer'])
const overseesCases: ReadonlySet<string> = new Set(['county-officer', 'data-officer'])
