import * as fc from 'fast-check'
import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { verifyChains } from '../database/audit/verify-chain.ts'
import { checkMoney } from '../payments/reconcile-batch.ts'
import { prepareBatch } from '../payments/prepare-batch.ts'
import { ownerReader } from '../cases/testing/owner-reader.ts'
import { region } from '../register/testing/scene.ts'
import type { Browser } from '../testing/browser.ts'
import { fuzzRequests } from '../testing/fuzz-requests.ts'
import { claimsScene, type ClaimRole } from './testing/claims-scene.ts'
import { accessOf, checkedClaim, confirmedClaim } from './testing/many-claims.ts'

const scene = claimsScene()
const requests = 1500
const seed = 20261128

it(
  `answers ${requests} requests about claims and payments made by chance, breaks at none, and loses no fen`,
  { timeout: 600_000 },
  async () => {
    const claims = [await checkedClaim(scene()), await confirmedClaim(scene()), await confirmedClaim(scene())]
    const batch = randomUUID()
    const access = accessOf(scene(), 'cashier-preparer')
    await prepareBatch(scene().service.casework, { access, id: batch, now: scene().clock.now })
    const known = [...claims, batch, scene().mother, scene().firstChild, ...Object.values(scene().users)]
    const made = fc.sample(fuzzRequests(known, ['claims', 'payments']), { numRuns: requests, seed })
    const statuses = new Set<number>()
    const browsers = new Map<ClaimRole, Browser>()
    for (const [number, { method, path, body, headers }] of made.entries()) {
      const role = roleFor(path, number)
      const browser = browsers.get(role) ?? (await scene().as(role))
      browsers.set(role, browser)
      const answer = await browser.send(method, path, { body, headers })
      statuses.add(answer.status)
      expect([seed, number, method, path, body, answer.status < 500]).toEqual([seed, number, method, path, body, true])
      if (answer.status >= 400) expect(answer.headers.get('content-type')).toContain('application/problem+json')
    }
    for (const status of [200, 400, 403, 404, 422]) expect([...statuses]).toContain(status)
    const client = await scene().database.owner.connect()
    expect(await checkMoney(ownerReader(client), region)).toEqual([])
    client.release()
    expect((await verifyChains(scene().database.auditor)).broken).toEqual([])
  },
)

/** Mostly whoever gets past the first check. */
function roleFor(path: string, number: number): ClaimRole {
  if (number % 7 === 0) return 'police-registrar'
  if (path.startsWith('/api/my')) return 'resident'
  if (path.startsWith('/api/payments')) return number % 2 === 0 ? 'cashier-preparer' : 'cashier-approver'
  return path.includes('repayments') ? 'cashier-preparer' : number % 3 === 0 ? 'township-worker' : 'benefit-officer'
}
