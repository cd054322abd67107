import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { describeService } from '../app.ts'
import { prepareBatch } from '../payments/prepare-batch.ts'
import { claimRoles, claimsScene, type ClaimRole } from './testing/claims-scene.ts'
import { accessOf, checkedClaim, confirmedClaim } from './testing/many-claims.ts'

const scene = claimsScene()

type Who = 'visitor' | ClaimRole
const everybody: readonly Who[] = ['visitor', ...(Object.keys(claimRoles) as ClaimRole[]), 'resident']
const unknown = randomUUID()
const payee = { account: '6222020011223344', accountHolder: '李梅' }

interface Row {
  readonly path?: () => string
  readonly body?: (who: Who) => object
  /** The status of each; who is not named is refused: 401 to visitors, 403 to others. */
  readonly may: Partial<Record<Who, number>>
}

const some = (status: number, ...who: readonly Who[]): Row['may'] => Object.fromEntries(who.map((one) => [one, status]))
const officers = (status: number) => some(status, 'benefit-officer', 'colleague')
const checkers = (status: number) => ({ ...officers(status), ...some(status, 'township-worker') })
const cashiers = (status: number) => some(status, 'cashier-preparer', 'cashier-approver')
const desk = (status: number) => ({ ...checkers(status), ...cashiers(status) })

let claimId = ''
let batch = ''
beforeAll(async () => {
  claimId = await checkedClaim(scene())
  await confirmedClaim(scene())
  batch = randomUUID()
  const { casework } = scene().service
  await prepareBatch(casework, { access: accessOf(scene(), 'cashier-preparer'), id: batch, now: scene().clock.now })
})

const table: Readonly<Record<string, Row>> = {
  'get /api/claims/benefits': { may: desk(200) },
  'get /api/claims': { may: desk(200) },
  'post /api/claims': {
    body: () => ({ id: randomUUID(), benefit: 'childcare-subsidy', subject: scene().firstChild }),
    may: checkers(200),
  },
  'post /api/claims/recompute': { may: officers(200) },
  'get /api/claims/{id}': { path: () => `/api/claims/${claimId}`, may: desk(200) },
  'post /api/claims/{id}/actions': {
    path: () => `/api/claims/${unknown}/actions`,
    body: () => ({ kind: 'confirm', id: 'x' }),
    may: officers(404),
  },
  'post /api/claims/{id}/repayments': {
    path: () => `/api/claims/${unknown}/repayments`,
    body: () => ({ id: randomUUID(), amountFen: 1, on: '2026-11-23', words: '收据' }),
    may: some(404, 'cashier-preparer'),
  },
  'get /api/my/benefits': { may: some(200, 'resident') },
  'post /api/my/benefits/ask': {
    body: () => ({ benefit: 'delivery-aid', subject: scene().firstChild }),
    may: some(200, 'resident'),
  },
  'get /api/my/claims': { may: some(200, 'resident') },
  'post /api/my/claims': {
    body: () => ({ id: randomUUID(), benefit: 'delivery-aid', subject: scene().firstChild, payee }),
    may: some(200, 'resident'),
  },
  'get /api/my/claims/{id}': { path: () => `/api/my/claims/${claimId}`, may: some(404, 'resident') },
  'post /api/my/claims/{id}/account': {
    path: () => `/api/my/claims/${claimId}/account`,
    body: () => ({ id: 'x', payee }),
    may: some(404, 'resident'),
  },
  'post /api/my/claims/{id}/objection': {
    path: () => `/api/my/claims/${claimId}/objection`,
    body: () => ({ id: 'x', words: '金额不对' }),
    may: some(404, 'resident'),
  },
  'get /api/my/payments': { may: some(200, 'resident') },
  'get /api/payments/to-pay': { may: cashiers(200) },
  'get /api/payments/reconciliation': { may: cashiers(200) },
  'get /api/payments/batches': { may: cashiers(200) },
  'post /api/payments/batches': { body: () => ({ id: batch }), may: some(200, 'cashier-preparer') },
  'get /api/payments/batches/{id}': { path: () => `/api/payments/batches/${batch}`, may: cashiers(200) },
  'post /api/payments/batches/{id}/approve': {
    path: () => `/api/payments/batches/${batch}/approve`,
    may: some(200, 'cashier-approver'),
  },
  'post /api/payments/batches/{id}/give-up': {
    path: () => `/api/payments/batches/${batch}/give-up`,
    may: cashiers(422),
  },
  'post /api/payments/batches/{id}/export': {
    path: () => `/api/payments/batches/${batch}/export`,
    may: some(200, 'cashier-approver'),
  },
  'post /api/payments/batches/{id}/answer': {
    path: () => `/api/payments/batches/${batch}/answer`,
    body: () => ({ file: Buffer.from('a,b\n').toString('base64') }),
    may: some(422, 'cashier-preparer'),
  },
}

function describedRoutes(): readonly string[] {
  return Object.entries(describeService().paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item ?? {}).flatMap(([method, operation]) => {
      const tags = (operation as { tags?: readonly string[] }).tags ?? []
      return tags.some((tag) => tag === 'claims' || tag === 'payments') ? [`${method} ${path}`] : []
    }),
  )
}

async function refused(): Promise<number> {
  const { rows } = await scene().database.owner.query<{ n: number }>(
    `select count(*) as n from audit.entry where kind = 'refused'`,
  )
  return rows[0]?.n ?? 0
}

describe('every route of claims and payments', () => {
  it('has a row in the table', () => {
    expect(describedRoutes().toSorted()).toEqual(Object.keys(table).toSorted())
  })

  it.each(Object.entries(table))('%s', async (route, { path, body, may }) => {
    const [method = '', plain = ''] = route.split(' ')
    const answers: Record<string, unknown> = {}
    const expected: Record<string, unknown> = {}
    for (const who of everybody) {
      const browser = who === 'visitor' ? scene().visitor() : await scene().as(who)
      const before = await refused()
      const answer = await browser.send(method.toUpperCase(), path?.() ?? plain, { body: body?.(who) ?? {} })
      expected[who] = may[who] ?? (who === 'visitor' ? 401 : 403)
      answers[who] = answer.status
      // Whoever is signed in and refused stands on the chain.
      if (answer.status === 403) expect([who, (await refused()) - before]).toEqual([who, 1])
    }
    expect(answers).toEqual(expected)
  })
})
