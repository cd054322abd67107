import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { verifyChains } from './database/audit/verify-chain.ts'
import type { Browser } from './testing/browser.ts'
import { fuzzRequests } from './testing/fuzz-requests.ts'
import { officeScene, roles, unlimited, type Role } from './testing/office-scene.ts'

const scene = officeScene({ limits: unlimited })
const requests = 2500
const seed = 20261128

it(
  `answers ${requests} requests made by chance, and none of them with "something broke"`,
  { timeout: 600_000 },
  async () => {
    const { people, posts, users, vacantPost } = scene()
    const known = [
      people.mother,
      people.child,
      people.household,
      people.elsewhere,
      vacantPost,
      ...Object.values(posts),
      ...Object.values(users),
    ]
    const made = fc.sample(fuzzRequests(known), { numRuns: requests, seed })
    const statuses = new Map<number, number>()
    let browsers = new Map<Role, Browser>()
    for (const [number, { method, path, body, headers }] of made.entries()) {
      // Many of them sign out, reset or dismiss: everybody begins anew now and then.
      if (number % 100 === 0) browsers = new Map()
      const role = number % 3 === 0 ? (roles[number % roles.length] ?? 'resident') : rightRole(path)
      const browser = browsers.get(role) ?? (await scene().as(role))
      browsers.set(role, browser)
      const answer = await browser.send(method, path, { body, headers })
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
      expect([seed, number, method, path, body, answer.status < 500]).toEqual([seed, number, method, path, body, true])
      if (answer.status >= 400) expect(answer.headers.get('content-type')).toContain('application/problem+json')
    }
    // By chance is not by nothing: it got through, was told what was wrong, and was refused.
    for (const status of [200, 400, 403, 404, 422]) expect([...statuses.keys()]).toContain(status)
    expect((await verifyChains(scene().database.auditor)).broken).toEqual([])
  },
)

/** Who gets past the first check. */
function rightRole(path: string): Role {
  if (path.startsWith('/api/my')) return 'resident'
  if (/^\/api\/staff\/(posts|users)/.test(path)) return 'administrator'
  return /^\/api\/(access-log|break-glass)/.test(path) ? 'reviewer' : 'county-officer'
}
