import { getDay, toDayNumber } from '@junheng/kernel'
import { chineseWorkdays } from '@junheng/kernel/workdays-cn'
import { describe, expect, it } from 'vitest'
import type { Action, Open } from './actions/action.ts'
import { readAction } from './actions/read-action.ts'
import { caseKey } from './case-key.ts'
import { whatNow } from './clocks/what-now.ts'
import { decide } from './decide.ts'
import { newCase } from './state/apply.ts'
import { caseStatus, type CaseState } from './state/case-state.ts'
import { expression, makeItem, makeProcedure } from './testing/make-procedure.ts'
import { versionFor } from './version-on.ts'

const source = { document: 'law', clause: '第一条' }
const hospital = { unit: 'hospital', person: 'h1' }
const police = { unit: 'police', person: 'p1' }
const parents = { unit: 'family', person: null }
const lead = { unit: 'health', person: 'l1' }
const on = '2024-03-04'

const procedure = makeProcedure(
  [
    makeItem('certificate', {
      unit: 'hospital',
      awaits: 'open',
      starts: 'itself',
      produces: ['child.certificate'],
      when: expression('child.inHospital'),
    }),
    makeItem('register', {
      needs: [{ kind: 'item', item: 'certificate', outcome: 'done' }],
      starts: 'itself',
      produces: ['child.number'],
      shows: [
        { id: 'booklet', label: { zh: '户口簿', en: 'household register' }, from: null, commitment: true },
        { id: 'passport', label: { zh: '护照', en: 'passport' }, from: 'health', commitment: false },
      ],
    }),
  ],
  {
    withdrawal: { notAfter: ['register'], source },
    objection: { within: { limit: 60, unit: 'days' }, by: 'health', decided: null, source },
    form: [
      {
        name: 'child.birthDate',
        prefilledFrom: 'hospital',
        required: true,
        when: null,
        whenText: null,
        fixedBy: null,
        once: false,
      },
      {
        name: 'child.name',
        prefilledFrom: null,
        required: true,
        when: null,
        whenText: null,
        fixedBy: 'certificate',
        once: false,
      },
      {
        name: 'child.inHospital',
        prefilledFrom: 'hospital',
        required: true,
        when: null,
        whenText: null,
        fixedBy: null,
        once: false,
      },
    ],
  },
)

const open: Open = {
  kind: 'open',
  version: null,
  id: 'o',
  on,
  by: hospital,
  facts: { 'child.birthDate': '2024-03-01', 'child.inHospital': true },
}
const confirm: Action = { kind: 'confirm', id: 'k', on, by: parents, facts: { 'child.name': '安安' } }
const certified: Action = {
  kind: 'answer',
  id: 'c',
  on,
  by: hospital,
  item: 'certificate',
  result: 'done',
  outputs: { 'child.certificate': 'X123' },
  ground: null,
  pause: null,
  words: null,
}
const provided: Action = {
  kind: 'provide',
  id: 'p',
  on,
  by: parents,
  item: 'register',
  facts: {},
  papers: { booklet: 'commitment' },
}
const registered: Action = {
  kind: 'answer',
  id: 'r',
  on,
  by: police,
  item: 'register',
  result: 'done',
  outputs: { 'child.number': 'ref:person-1' },
  ground: null,
  pause: null,
  words: null,
}

const day = { calendar: chineseWorkdays, now: toDayNumber(getDay('2026-01-01')) }

function after(...actions: readonly Action[]): CaseState {
  return actions.reduce((state, action) => {
    const decision = decide(state, action, procedure, day)
    if (!decision.ok) throw new Error(JSON.stringify(decision.problems))
    return decision.state
  }, newCase(procedure))
}

function refusal(state: CaseState, action: Action) {
  const decision = decide(state, action, procedure, day)
  return decision.ok ? 'taken' : decision.problems.map(({ path, code }) => `${path} ${code}`.trim()).join('; ')
}

describe('decide', () => {
  it('starts what may begin, each start stored beside the action that brought it', () => {
    const decision = decide(newCase(procedure), open, procedure, day)
    expect(decision.ok && decision.actions.map(({ kind, id }) => [kind, id])).toEqual([
      ['open', 'o'],
      ['start', 'o/start/certificate'],
    ])
    const next = decide(after(open, confirm), certified, procedure, day)
    expect(next.ok && next.actions.map(({ id }) => id)).toEqual(['c', 'c/start/register'])
  })

  it('turns down the form of another version, naming the one that holds', () => {
    const decision = decide(newCase(procedure), { ...open, version: '2019-01-01' }, procedure, day)
    expect(decision.ok ? '' : decision.problems[0]?.message.zh).toContain('2020-01-01 起施行')
    expect(refusal(newCase(procedure), { ...open, version: '2020-01-01' })).toBe('taken')
  })

  it('waits for the family with what needs its confirmation', () => {
    expect(after(open, certified).items['register']?.status).toBe('waiting')
    expect(after(open, certified, confirm).items['register']?.status).toBe('working')
  })

  it('ends when every item has its result', () => {
    const ended = after(open, confirm, certified, provided, registered)
    expect(caseStatus(ended)).toBe('completed')
    expect(ended.facts['child.certificate']).toBe('X123')
    expect(refusal(ended, { ...confirm, id: 'k2' })).toBe('case-ended')
  })

  it('skips an item that is not needed and goes on after it', () => {
    const outside = { ...open, facts: { ...open.facts, 'child.inHospital': false } }
    expect(after(outside, confirm).items).toMatchObject({
      certificate: { status: 'not-needed' },
      register: { status: 'working' },
    })
  })

  it('asks for what is missing before a confirmation is taken', () => {
    expect(refusal(after(open), { ...confirm, facts: {} })).toBe('facts.child.name missing-field')
    expect(refusal(after(open), { ...confirm, facts: { 'child.name': '<b>' } })).toBe('facts.child.name wrong-value')
    expect(refusal(after(open), { ...confirm, facts: { 'child.name': '安安', 'child.colour': 'red' } })).toBe(
      'facts.child.colour unknown-field',
    )
  })

  it('lets nobody do another unit’s work', () => {
    expect(refusal(after(open), { ...certified, by: police })).toBe('by.unit not-yours')
    expect(refusal(after(open), { ...confirm, by: hospital })).toBe('by.unit not-yours')
  })

  it('takes an answer only with all it must give, and what must be shown', () => {
    const state = after(open, confirm, certified)
    expect(refusal(state, registered)).toBe('shows.booklet not-shown')
    expect(refusal(after(open, confirm), { ...certified, outputs: {} })).toBe(
      'outputs.child.certificate missing-output',
    )
    expect(refusal(state, { ...provided, papers: { passport: 'commitment' } })).toBe('papers.passport no-commitment')
    expect(
      refusal(after(open, confirm, certified, provided), {
        ...registered,
        outputs: { 'child.number': '110101202403010000' },
      }),
    ).toBe('outputs.child.number wrong-value')
  })

  it('refuses on a stated ground only', () => {
    const no = { ...registered, result: 'refused', outputs: {}, ground: 'because' } as const
    expect(refusal(after(open, confirm, certified), no)).toBe('ground no-such-ground')
    expect(caseStatus(after(open, confirm, certified, { ...no, ground: 'not-met' }))).toBe('partly')
  })

  it('keeps a certified name until the certificate is reopened', () => {
    const correct: Action = {
      kind: 'correct',
      id: 'n',
      on,
      by: parents,
      facts: { 'child.name': '平平' },
      words: '写错了',
    }
    expect(refusal(after(open, confirm), correct)).toBe('taken')
    expect(refusal(after(open, confirm, certified), correct)).toBe('facts.child.name fixed')
    const reopen: Action = { kind: 'reopen', id: 'x', on, by: lead, items: ['certificate'], words: '更正姓名' }
    expect(refusal(after(open, confirm, certified, reopen), correct)).toBe('taken')
  })

  it('knows no withdrawal once the decisive item is done, and none after the end', () => {
    const withdraw: Action = { kind: 'withdraw', id: 'w', on, by: parents, words: '不办了' }
    const withdrawn = after(open, confirm, certified, withdraw)
    expect(caseStatus(withdrawn)).toBe('withdrawn')
    expect(withdrawn.items).toMatchObject({ certificate: { status: 'done' }, register: { status: 'stopped' } })
    expect(refusal(withdrawn, { ...withdraw, id: 'w2' })).toBe('case-ended')
  })

  it('goes on after a reopening, only with the items that were reopened', () => {
    const cancel: Action = { kind: 'cancel', id: 'w', on, by: lead, words: '录错了' }
    const reopen: Action = { kind: 'reopen', id: 'x', on: '2024-03-11', by: lead, items: ['register'], words: '重新办' }
    const again = after(open, confirm, certified, cancel, reopen)
    expect(caseStatus(after(open, confirm, certified, cancel))).toBe('cancelled')
    expect(caseStatus(again)).toBe('running')
    expect(again.items).toMatchObject({
      certificate: { status: 'done' },
      register: { status: 'working', stoppedOn: null },
    })
    expect(again.items['register']?.readyOn).toBe(toDayNumber(getDay('2024-03-11')))
    expect(refusal(again, { ...reopen, id: 'y' })).toBe('items item-not-settled')
    expect(refusal(again, { ...reopen, id: 'y', by: police })).toBe('by.unit not-yours')
  })

  it('restores what was stopped when an objection against the whole case is upheld', () => {
    const cancel: Action = { kind: 'cancel', id: 'w', on, by: lead, words: '录错了' }
    const object: Action = { kind: 'object', id: 'b', on, by: parents, item: null, words: '没有录错' }
    const upheld: Action = {
      kind: 'decide-objection',
      id: 'd',
      on,
      by: lead,
      objection: 'b',
      upheld: true,
      words: '继续办',
    }
    const state = after(open, confirm, cancel, object)
    expect(caseStatus(state)).toBe('cancelled')
    expect(after(open, confirm, cancel, object, upheld).items).toMatchObject({
      certificate: { status: 'working' },
      register: { status: 'waiting' },
    })
    expect(caseStatus(after(open, confirm, cancel, object, { ...upheld, upheld: false }))).toBe('cancelled')
    expect(refusal(after(open, confirm), object)).toBe('item nothing-to-object')
  })

  it('reopens a refused item when the objection is upheld, in time only', () => {
    const no = { ...registered, result: 'refused', outputs: {}, ground: 'not-met' } as const
    const object: Action = {
      kind: 'object',
      id: 'b',
      on: '2024-04-01',
      by: parents,
      item: 'register',
      words: '材料齐全',
    }
    const refused = after(open, confirm, certified, no)
    expect(refusal(refused, { ...object, on: '2024-05-07' })).toBe('on too-late-to-object')
    const upheld: Action = {
      kind: 'decide-objection',
      id: 'd',
      on: '2024-04-02',
      by: lead,
      objection: 'b',
      upheld: true,
      words: '应予登记',
    }
    expect(after(open, confirm, certified, no, object, upheld).items['register']).toMatchObject({
      status: 'working',
      answer: null,
    })
    expect(refusal(after(open, confirm, certified, no, object), { ...object, id: 'b2' })).toBe('already-objected')
  })

  it('refuses a day after today or before the last step', () => {
    expect(refusal(after(open), { ...confirm, on: '2030-01-01' })).toBe('on in-the-future')
    expect(refusal(after(open), { ...confirm, on: '2024-03-03' })).toBe('on before-the-last')
  })
})

describe('the same birth sent twice', () => {
  const key = { ...procedure, uniqueBy: ['child.name', 'child.birthDate'] }

  it('has one key, whoever writes it, and none while a part is unknown', () => {
    const facts = { 'child.name': ' an', 'child.birthDate': '2024-03-01' }
    expect(caseKey(key, facts)).toBe(caseKey(key, { ...facts, 'child.name': 'AN', 'child.inHospital': true }))
    expect(caseKey(key, facts)).not.toBe(caseKey(key, { ...facts, 'child.birthDate': '2024-03-02' }))
    expect(caseKey(key, { 'child.name': 'an' })).toBeNull()
    expect(caseKey(procedure, facts)).toBeNull()
  })
})

describe('reading an action', () => {
  it('fills in what may be left out', () => {
    const read = readAction({ kind: 'answer', id: 'a', on, by: police, item: 'register', result: 'done' })
    expect(read).toEqual({
      ok: true,
      action: {
        kind: 'answer',
        id: 'a',
        on,
        by: police,
        item: 'register',
        result: 'done',
        outputs: {},
        ground: null,
        clause: null,
        pause: null,
        words: null,
      },
    })
  })

  it('names every part that is wrong', () => {
    const read = readAction({ kind: 'answer', id: '', on: '2024-02-30', by: 'me', item: 3, result: 'maybe', extra: 1 })
    expect(read.ok ? [] : read.problems.map(({ path }) => path)).toEqual(['id', 'on', 'by', 'item', 'result', 'extra'])
    for (const odd of [null, [], 'x', 7, {}, { kind: '__proto__' }]) expect(readAction(odd).ok).toBe(false)
  })
})

describe('the version that judges a case', () => {
  const versions = [
    { ...procedure, inForce: { from: '2020-01-01', to: '2024-01-01' }, datedBy: 'child.birthDate' },
    { ...procedure, inForce: { from: '2024-01-01', to: null }, datedBy: 'child.birthDate' },
  ]

  it('is that of the date the procedure names, else of the day it is opened', () => {
    const from = (facts: Record<string, string>) =>
      versionFor(versions, 'birth', { facts, openedOn: '2024-02-01' })?.inForce.from
    expect(from({ 'child.birthDate': '2023-12-31' })).toBe('2020-01-01')
    expect(from({ 'child.birthDate': '2024-01-01' })).toBe('2024-01-01')
    expect(from({})).toBe('2024-01-01')
    expect(versionFor(versions, 'other', { facts: {}, openedOn: on })).toBeUndefined()
  })
})

describe('where there is no family', () => {
  const day = { calendar: chineseWorkdays, now: toDayNumber(getDay('2026-03-02')) }
  const guardian = { unit: 'health', when: expression('child.inHospital = false'), whenText: '' }
  const one = makeProcedure([makeItem('a')], { guardian })

  function opened(inHospital: boolean) {
    const facts = { 'child.birthDate': '2026-03-01', 'child.inHospital': inHospital, 'child.name': '安安' }
    const by = { unit: 'hospital', person: null }
    const open = { kind: 'open', id: 'o', on: '2026-03-02', by, facts, version: null } as const
    const decision = decide(newCase(one), open, one, day)
    if (!decision.ok) throw new Error(JSON.stringify(decision.problems))
    return decision.state
  }

  function confirms(inHospital: boolean, unit: string) {
    const by = { unit, person: null }
    const confirm = { kind: 'confirm', id: 'c', on: '2026-03-02', by, facts: {} } as const
    const decision = decide(opened(inHospital), confirm, one, day)
    return decision.ok ? 'confirmed' : decision.problems.map(({ code }) => code)
  }

  it('a unit speaks in its place, only there, and is asked for what a family would be', () => {
    expect(confirms(true, 'family')).toBe('confirmed')
    expect(confirms(true, 'health')).toEqual(['not-yours'])
    expect(confirms(false, 'health')).toBe('confirmed')
    expect(confirms(false, 'family')).toEqual(['not-yours'])
    const waiting = whatNow(one, opened(false), { calendar: day.calendar, on: day.now })
    expect(waiting[0]).toMatchObject({ who: 'health', what: 'confirm' })
  })
})
