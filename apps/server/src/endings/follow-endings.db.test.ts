import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { actOnCase } from '../cases/act-on-case.ts'
import { checkCases } from '../cases/check-cases.ts'
import { programAccess } from '../cases/programs.ts'
import { readCase } from '../cases/read-case.ts'
import { openBirth } from '../cases/testing/casework-scene.ts'
import { ownerReader } from '../cases/testing/owner-reader.ts'
import { claimsScene } from '../claims/testing/claims-scene.ts'
import { checkedClaim, claim, makeFamily } from '../claims/testing/many-claims.ts'
import { identityNumber, region, send } from '../register/testing/scene.ts'
import { followEndings } from './follow-endings.ts'

const scene = claimsScene()
const day = '2026-11-23'
const access = programAccess(region, {})
const follow = () => followEndings(scene().service, { region, now: scene().clock.now })

/** The register learns that somebody died. */
async function dies(person: string, on: string): Promise<void> {
  const said = await send(scene().database, { kind: 'record-event', person, event: 'death', on, other: null })
  expect(said).toMatchObject({ ok: true })
}

const outputs: Readonly<Record<string, string>> = {
  'child.certificateNumber': 'S000000009',
  'child.identityNumber': identityNumber('2026-11-20', 2),
}

/** A birth in a hospital, confirmed, every item of it done by its unit until the case has ended; the child's id as well. */
async function endedBirth(): Promise<{ readonly caseId: string; readonly child: string }> {
  const { casework } = scene().service
  const now = scene().clock.now
  const child = randomUUID()
  const facts = {
    'child.origin': 'in-institution',
    'child.sex': 'female',
    'child.birthDate': '2026-11-20',
    'child.foreignParents': 'none',
    'child.collectiveHousehold': false,
    'child.parentsOfTwoProvinces': false,
    'household.registeredMarriage': true,
    'mother.name': '赵敏',
  }
  const caseId = await openBirth(casework, { subject: child, facts, now })
  const act = async (action: object) => {
    const whole = { id: randomUUID(), on: day, ...action } as never
    expect(await actOnCase(casework, { access, caseId, action: whole, now })).toMatchObject({ ok: true })
  }
  const by = (unit: string) => ({ unit, person: null })
  const typed = { 'child.name': '钱多多', 'child.followsParent': 'mother', 'household.phone': '13800000000' }
  await act({ kind: 'confirm', by: by('family'), facts: typed })
  for (let round = 0; round < 40; round++) {
    const page = await readCase(casework, { access, caseId, viewers: ['family'], on: day })
    const item = page?.items.find(({ status }) => status === 'working' || status === 'ready')
    if (item === undefined) break
    const common = { item: item.id, by: by(item.unit) }
    if (item.status === 'ready') await act({ kind: 'start', ...common })
    const shown = Object.fromEntries(item.shows.filter(({ from }) => from === null).map(({ id }) => [id, 'paper']))
    if (Object.keys(shown).length > 0) {
      await act({ kind: 'provide', item: item.id, by: by('family'), facts: {}, papers: shown })
    }
    const given = Object.fromEntries(item.produces.map(({ name }) => [name, outputs[name] ?? 'S0000000009']))
    const answer = { result: 'done', outputs: given, ground: null, pause: null, words: null }
    await act({ kind: 'answer', ...common, ...answer })
  }
  return { caseId, child }
}

describe('a death that the register learns', () => {
  it('reaches the case of the birth though it has ended: it turns quiet, and what is needed only then opens', async () => {
    const { caseId, child } = await endedBirth()
    const page = () => readCase(scene().service.casework, { access, caseId, viewers: ['family'], on: day })
    const before = await page()
    expect(before).toMatchObject({ status: 'completed', endedOn: day, loss: 'none' })
    await dies(child, '2026-11-22')
    expect(await follow()).toEqual({ changed: 1, toLookAt: [] })
    expect(await follow()).toEqual({ changed: 0, toLookAt: [] })
    const after = await page()
    expect(after).toMatchObject({ status: 'running', endedOn: null, loss: 'death' })
    const statuses = new Map(after?.items.map(({ id, status }) => [id, status]))
    expect(statuses.get('death-registration')).toMatch(/ready|working/)
    // What was done stays done: nothing is taken back from the family.
    for (const { id, status } of before?.items ?? []) {
      if (id !== 'death-registration') expect([id, statuses.get(id)]).toEqual([id, status])
    }
    expect(after?.history.filter(({ kind }) => kind === 'note-stop')).toHaveLength(1)
  })

  it('stops a claim for which nothing is due, and asks people where no rule says what still is', async () => {
    const [family, first] = [await makeFamily(scene()), await makeFamily(scene(), 1)]
    const aid = await checkedClaim(scene(), family)
    const asked = { benefit: 'childcare-subsidy', period: '2026', stated: {}, payee: null, origin: 'offer' } as const
    // The aid is for a second child and later ones: for this one nothing is due, in life or after.
    const [subsidy, none] = [
      await claim(scene(), family, asked),
      await claim(scene(), first, { payee: null, origin: 'offer' }),
    ]
    if (!subsidy.ok || !none.ok) throw new Error(JSON.stringify([subsidy, none]))
    await dies(family.child, '2026-11-20')
    await dies(first.child, '2026-11-20')
    const { changed, toLookAt } = await follow()
    expect(changed).toBe(1)
    // No plan says yet what a death does to the subsidy: it is not guessed.
    expect(toLookAt).toContain(subsidy.id)
    const statusOf = async (id: string) =>
      (
        await scene().database.owner.query<{ status: string }>('select status from casework.case_row where id = $1', [
          id,
        ])
      ).rows[0]?.status
    expect([await statusOf(none.id), await statusOf(subsidy.id), await statusOf(aid)]).toEqual([
      'stopped',
      'offered',
      'running',
    ])
  })

  it('is left alone where the family withdrew or the case is about somebody else', async () => {
    const { casework } = scene().service
    const family = await makeFamily(scene())
    const now = scene().clock.now
    const withdrawn = await openBirth(casework, { subject: family.child, now })
    const words = '到外地办'
    await actOnCase(casework, {
      access,
      caseId: withdrawn,
      action: { kind: 'withdraw', id: randomUUID(), on: day, by: { unit: 'family', person: null }, words },
      now,
    })
    await dies(family.mother, '2026-11-22')
    await dies(family.child, '2026-11-22')
    expect(await follow()).toEqual({ changed: 0, toLookAt: [] })
    expect((await readCase(casework, { access, caseId: withdrawn, viewers: ['family'], on: day }))?.status).toBe(
      'withdrawn',
    )
  })

  it('leaves every case as its actions make it', async () => {
    const client = await scene().database.owner.connect()
    try {
      const found = await checkCases(ownerReader(client), scene().service.casework, { region, on: day })
      expect(found.differences).toEqual([])
    } finally {
      client.release()
    }
  })
})
