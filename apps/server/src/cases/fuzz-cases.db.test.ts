import { randomUUID } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { verifyChains } from '../database/audit/verify-chain.ts'
import { region } from '../register/testing/scene.ts'
import type { Browser } from '../testing/browser.ts'
import { fuzzRequests } from '../testing/fuzz-requests.ts'
import { officeScene, roles, unlimited, type Role, type Scene } from '../testing/office-scene.ts'
import { casesOnScene } from './testing/cases-on-scene.ts'

const scene: () => Scene = officeScene({
  limits: unlimited,
  cases: (database) => casesOnScene(database, { region, app: () => scene().app }),
})
const requests = 2500
const seed = 20261129

it(
  `about cases: answers ${requests} requests made by chance, and none of them with "something broke"`,
  { timeout: 600_000 },
  async () => {
    const { people } = scene()
    const told = await (
      await scene().as('hospital-clerk')
    ).post('/api/births/notices', {
      id: randomUUID(),
      record: 'R-fuzz',
      kind: 'live-birth',
      where: 'in-institution',
      mother: { name: '单小雨', identityNumber: people.identityNumber },
      child: { sex: 'male', birthDate: '2026-04-01' },
    })
    const known = [people.mother, people.child, String(told.body['caseId'])]
    const made = fc.sample(fuzzRequests(known, ['cases', 'departments']), { numRuns: requests, seed })
    const statuses = new Map<number, number>()
    const browsers = new Map<Role, Browser>()
    for (const [number, { method, path, body, headers }] of made.entries()) {
      const role = number % 3 === 0 ? (roles[number % roles.length] ?? 'resident') : rightRole(path)
      const browser = browsers.get(role) ?? (await scene().as(role))
      browsers.set(role, browser)
      const answer = await browser.send(method, path, { body, headers })
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
      expect([seed, number, method, path, body, answer.status]).not.toEqual([seed, number, method, path, body, 500])
      if (answer.status >= 400) expect(answer.headers.get('content-type')).toContain('application/problem+json')
    }
    for (const status of [200, 400, 401, 403, 404, 422]) expect([...statuses.keys()]).toContain(status)
    expect((await verifyChains(scene().database.auditor)).broken).toEqual([])
  },
)

/** Who gets past the first check. */
function rightRole(path: string): Role {
  if (path.startsWith('/api/my')) return 'resident'
  if (path.startsWith('/api/deliveries')) return 'data-officer'
  return path.startsWith('/api/births') ? 'hospital-clerk' : 'county-officer'
}
