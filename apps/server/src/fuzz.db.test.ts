import { startDepartments } from '@junheng/departments'
import * as fc from 'fast-check'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ownerReader } from './cases/testing/owner-reader.ts'
import { claimsScene, noticeOf, otherRoles } from './claims/testing/claims-scene.ts'
import { accessOf, checkedClaim, confirmedClaim } from './claims/testing/many-claims.ts'
import { verifyChains } from './database/audit/verify-chain.ts'
import { signingKey } from './departments/department-keys.ts'
import { prepareBatch } from './payments/prepare-batch.ts'
import { checkMoney } from './payments/reconcile-batch.ts'
import { region } from './register/testing/scene.ts'
import { makeSender } from './testing/fuzz/attempts.ts'
import { makeFootprint } from './testing/fuzz/footprint.ts'
import { makeJudge } from './testing/fuzz/judge.ts'
import { readKnownIds } from './testing/fuzz/known-ids.ts'
import { fuzzRequests, type FuzzRequest } from './testing/fuzz/requests.ts'
import { roleFor } from './testing/fuzz/right-role.ts'
import { readServedDocument, type ServedDocument } from './testing/fuzz/served-document.ts'

const seed = 20261128
const least = 20_000
const rounds = 10
/** Requests to each operation in a round; each of the rare ones, which take long by intent, has fewer. */
const [often, seldom, watched] = [25, 4, 4]
/** They hash passwords, read every entry of the chains, or compute every claim anew. */
const rare = /(sign-in|session)\/password|set-up|staff\/users|verify$|reconciliation|recompute|api\/regions/u
const atOnce = 4

let departments: Awaited<ReturnType<typeof startDepartments>> | undefined
afterAll(() => departments?.stop())
const scene = claimsScene({
  others: otherRoles,
  connect: async ({ secrets }) => {
    const keyOf = (name: Parameters<typeof signingKey>[1]) => signingKey(secrets, name)
    departments = await startDepartments({ service: () => 'http://127.0.0.1:9', keyOf })
    return new Map(departments.departments.map(({ name, address }) => [name, { address, key: keyOf(name) }]))
  },
})

let document: ServedDocument
let send: ReturnType<typeof makeSender>
const asked = new Map<string, Set<number>>()
const statuses = new Map<number, number>()
/** What was wrong, each with the first request that showed it. */
const wrong = new Map<string, string>()
let sent = 0

beforeAll(async () => {
  document = await readServedDocument(scene().app)
  send = makeSender(scene().app, scene().as)
})

/** A birth, claims at each stage and a batch, so that there is something to act on. */
async function bringWork(): Promise<void> {
  const hospital = await scene().as('hospital-clerk')
  await hospital.post(
    '/api/births/notices',
    noticeOf(scene(), { child: { sex: 'male', birthDate: '2026-04-01', order: 1, of: 1 } }),
  )
  for (const make of [checkedClaim, confirmedClaim, confirmedClaim]) await make(scene())
  const access = accessOf(scene(), 'cashier-preparer')
  await prepareBatch(scene().service.casework, { access, id: randomUUID(), now: scene().clock.now })
}

async function drawRound(round: number, each: (operation: FuzzRequest['operation']) => number) {
  await bringWork()
  const places = ['xianan', 'tianjiaan', 'beijing', 'atlantis']
  const known = await readKnownIds(scene().database.owner, { places, diff: places, place: places, card: ['resident'] })
  const drawn = document.operations.map((operation, at) =>
    fc.sample(fuzzRequests(document, operation, known), { numRuns: each(operation), seed: seed + round * 1000 + at }),
  )
  // One of each operation after the other, so that what one changes the others meet.
  return Array.from({ length: often }, (_, turn) => drawn.flatMap((own) => own.slice(turn, turn + 1))).flat()
}

async function attempt(request: FuzzRequest, judge: ReturnType<typeof makeJudge>): Promise<number> {
  const role = roleFor(request.path, sent)
  sent += 1
  const answer = await send(request, role)
  const { name } = request.operation
  asked.set(name, (asked.get(name) ?? new Set()).add(answer.status))
  statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
  const fault = judge(request, answer)
  const key = `${name} ${answer.status} ${fault ?? ''}`
  if (fault !== null && !wrong.has(key)) {
    const { method, path, spoiled } = request
    wrong.set(key, `${String(role)} ${method} ${path} ${spoiled}\n${bodyOf(request)}\n${answer.text.slice(0, 300)}`)
  }
  return answer.status
}

function bodyOf({ body }: FuzzRequest): string {
  return typeof body === 'string' ? body.slice(0, 500) : `${body?.length ?? 0} bytes`
}

describe('every operation that the service describes', () => {
  it.each(Array.from({ length: rounds }, (_, round) => round))(
    'answers as it is described, whatever comes by whomever: round %i',
    { timeout: 900_000 },
    async (round) => {
      const judge = makeJudge(document)
      const made = await drawRound(round, ({ name }) => (rare.test(name) ? seldom : often))
      for (let at = 0; at < made.length; at += atOnce) {
        await Promise.all(made.slice(at, at + atOnce).map((request) => attempt(request, judge)))
      }
      expect(Object.fromEntries(wrong)).toEqual({})
    },
  )

  it('writes nothing where it refuses', { timeout: 900_000 }, async () => {
    const judge = makeJudge(document)
    const footprint = await makeFootprint(scene().database.owner)
    let before = await footprint()
    const written = new Map<string, string>()
    for (const request of await drawRound(rounds, () => watched)) {
      const status = await attempt(request, judge)
      const after = await footprint()
      if (status >= 400 && JSON.stringify(after) !== JSON.stringify(before)) {
        const tables = Object.keys(after).filter((name) => after[name] !== before[name])
        written.set(`${request.operation.name} ${status} ${tables.join()}`, `${request.path}\n${bodyOf(request)}`)
      }
      before = after
    }
    expect(Object.fromEntries([...written, ...wrong])).toEqual({})
  })

  it(`was asked, ${least} times and more in all, and not by nothing`, async () => {
    const through = [...asked].filter(([, seen]) => [...seen].some((status) => status < 400)).map(([name]) => name)
    const counts = [...statuses].toSorted(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`)
    process.stdout.write(
      `fuzz: ${sent} requests to ${asked.size} operations, ${through.length} of them got through at least once; ${counts.join(', ')}\n`,
    )
    expect([...asked.keys()].toSorted()).toEqual(document.operations.map(({ name }) => name).toSorted())
    expect(sent).toBeGreaterThanOrEqual(least)
    for (const status of [200, 400, 401, 403, 404, 405, 409, 413, 415, 422])
      expect([...statuses.keys()]).toContain(status)
    expect(through.length).toBeGreaterThan(document.operations.length * 0.5)
  })

  it('left every chain whole and lost no fen', async () => {
    expect((await verifyChains(scene().database.auditor)).broken).toEqual([])
    const client = await scene().database.owner.connect()
    expect(await checkMoney(ownerReader(client), region)).toEqual([])
    client.release()
  })
})
