import { getDay } from '@junheng/kernel'
import { array, assert, boolean, nat, property, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { believed } from './believed.ts'
import type { Action, Command } from './command.ts'
import { decide } from './decide.ts'
import type { Fact } from './fact.ts'
import { projectPerson } from './project.ts'

const region = '421202'
let serial = 0
const newId = () => `00000000-0000-7000-8000-${String(++serial).padStart(12, '0')}`

/** A register in memory: facts by subject, as decisions add them. */
class Memory {
  readonly facts = new Map<string, readonly Fact[]>()
  #clock = 0

  /** Sends a command; returns the codes of the problems, or nothing. */
  send(command: Command): readonly string[] {
    const action: Action = { id: newId(), region, source: { kind: 'declared', reference: null }, command }
    const now = `2026-11-23T00:00:${String(this.#clock++).padStart(2, '0')}.000000Z`
    const decision = decide(action, { facts: this.facts }, { now, newId })
    if (!decision.ok) return decision.problems.map(({ path, code }) => `${path} ${code}`)
    for (const fact of decision.facts) this.facts.set(fact.subject, [...(this.facts.get(fact.subject) ?? []), fact])
    return []
  }

  of(id: string): readonly Fact[] {
    return this.facts.get(id) ?? []
  }
}

function person(id: string, changes: Partial<Extract<Command, { kind: 'register-person' }>> = {}): Command {
  return {
    kind: 'register-person',
    person: id,
    name: '王小明',
    sex: 'female',
    birthDate: getDay('1990-05-06'),
    ethnicity: null,
    village: null,
    township: '421202001',
    identityNumber: null,
    phone: null,
    household: null,
    mother: null,
    father: null,
    ...changes,
  }
}

describe('registering a person', () => {
  it('opens a new household with them, or neither', () => {
    const memory = new Memory()
    const open = { householdKind: 'family', address: '青龙村 3 组', from: getDay('2026-01-01') } as const
    expect(memory.send(person('m', { household: { id: 'h', role: 'head', open } }))).toEqual([])
    expect(memory.of('h')).toMatchObject([
      { kind: 'household', value: { kind: 'family', township: '421202001', address: '青龙村 3 组' } },
    ])
    // Refused for whatever reason, it leaves no household behind.
    const unknownMother = { mother: { id: 'x', region }, household: { id: 'h2', role: 'child', open } }
    expect(memory.send(person('c', unknownMother))).toEqual(['command.mother unknown-id'])
    expect([memory.of('c'), memory.of('h2')]).toEqual([[], []])
    expect(memory.send(person('c', { household: { id: 'h', role: 'child', open } }))).toEqual([
      'command.household.id id-taken',
    ])
    expect(memory.send(person('c', { household: { id: 'h3', role: 'child', open: null } }))).toEqual([
      'command.household.id unknown-id',
    ])
    expect(memory.send(person('c', { household: { id: 'h', role: 'child', open: null } }))).toEqual([])
  })

  it('refuses a mother who was not born before the child, was too young, is a man, or is unknown', () => {
    const memory = new Memory()
    memory.send(person('m'))
    memory.send(person('f', { sex: 'male' }))
    const withMother = (id: string, birthDate: string) =>
      memory.send(person('c', { birthDate: getDay(birthDate), mother: { id, region } }))
    expect(withMother('m', '1990-05-06')).toEqual(['command.mother parent-younger-than-child'])
    expect(withMother('m', '1985-01-01')).toEqual(['command.mother parent-younger-than-child'])
    expect(withMother('m', '2000-05-05')).toEqual(['command.mother parent-too-young'])
    expect(withMother('f', '2020-01-01')).toEqual(['command.mother parent-sex'])
    expect(withMother('x', '2020-01-01')).toEqual(['command.mother unknown-id'])
    expect(memory.of('c')).toEqual([])
    expect(withMother('m', '2000-05-06')).toEqual([])
  })

  it('refuses an identity number that says another birthday or sex', () => {
    const number = { hash: 'h', cipher: 'c', masked: 'm', birthDate: getDay('1991-01-01'), sex: 'male' as const }
    expect(new Memory().send(person('p', { identityNumber: number }))).toEqual([
      'command.birthDate birth-date-differs',
      'command.sex sex-differs',
    ])
  })

  it('keeps the parent of another county without seeing them', () => {
    const memory = new Memory()
    expect(memory.send(person('c', { mother: { id: 'far', region: '420303' } }))).toEqual([])
    expect(projectPerson(memory.of('c'))?.relations).toMatchObject([
      { kind: 'mother', other: { id: 'far', region: '420303' } },
    ])
    expect(memory.of('far')).toEqual([])
  })

  it('refuses an id that is taken', () => {
    const memory = new Memory()
    memory.send(person('p'))
    expect(memory.send(person('p'))).toEqual(['command.person id-taken'])
  })
})

describe('ties and events', () => {
  it('refuses what comes before birth, ends before it begins, ties one to oneself or adds a second mother', () => {
    const memory = new Memory()
    for (const id of ['a', 'b']) memory.send(person(id))
    memory.send(person('c', { birthDate: getDay('2020-01-01'), mother: { id: 'a', region } }))
    const tie = (other: string, from: string, to: string | null, kind: 'spouse' | 'mother' = 'spouse') =>
      memory.send({
        kind: 'record-tie',
        person: kind === 'mother' ? 'c' : 'a',
        tie: kind,
        other: { id: other, region },
        role: null,
        from: getDay(from),
        to: to === null ? null : getDay(to),
      })
    expect(tie('b', '1980-01-01', null)).toEqual(['command.from before-birth'])
    expect(tie('b', '2015-01-01', '2015-01-01')).toEqual(['command.to ends-before-start'])
    expect(tie('a', '2015-01-01', null)).toEqual(['command.other tied-to-self'])
    expect(tie('b', '2020-01-01', null, 'mother')).toEqual(['command.tie parent-registered'])
    expect(tie('b', '2015-01-01', null)).toEqual([])
  })
})

describe('a correction', () => {
  it('changes what is believed and keeps what was believed', () => {
    const memory = new Memory()
    memory.send(person('p'))
    const first = memory.of('p').find(({ kind }) => kind === 'name')
    const command: Command = {
      kind: 'correct-fact',
      subject: 'p',
      fact: first?.id ?? '',
      value: { plain: { name: '王晓明' }, sealed: null },
      from: null,
      to: null,
      reason: '写错',
    }
    expect(memory.send(command)).toEqual([])
    expect(projectPerson(memory.of('p'))?.name).toBe('王晓明')
    expect(projectPerson(memory.of('p'), first?.recordedAt)?.name).toBe('王小明')
    expect(memory.send(command)).toEqual(['command.fact not-believed'])
    const other: Command = { ...command, fact: memory.of('p').find(({ kind }) => kind === 'sex')?.id ?? '' }
    expect(memory.send(other)).toEqual(['command.attribute other-kind'])
  })

  it('cannot take away a name, and can take away a phone', () => {
    const memory = new Memory()
    memory.send(person('p', { phone: { hash: 'h', cipher: 'c', masked: '138****5678' } }))
    const withdraw = (kind: string) =>
      memory.send({
        kind: 'correct-fact',
        subject: 'p',
        fact: believed(memory.of('p')).find((fact) => fact.kind === kind)?.id ?? '',
        value: null,
        from: null,
        to: null,
        reason: '本人要求',
      })
    expect(withdraw('name')).toEqual(['command.how needed'])
    expect(withdraw('phone')).toEqual([])
    expect(projectPerson(memory.of('p'))?.phone).toBeNull()
  })

  it('in any order leaves exactly the last word of each fact believed', () => {
    assert(
      property(array(tuple(nat(20), boolean()), { maxLength: 12 }), (steps) => {
        const memory = new Memory()
        memory.send(person('p'))
        for (const [pick, withdraw] of steps) {
          const facts = believed(memory.of('p')).filter(({ kind }) => kind === 'residence')
          const fact = facts[pick % Math.max(1, facts.length)]
          if (fact === undefined) break
          const value = withdraw ? null : { plain: { township: `42120200${pick % 10}` }, sealed: null }
          const base = { kind: 'correct-fact', subject: 'p', fact: fact.id, from: null, to: null, reason: 'x' } as const
          expect(memory.send({ ...base, value })).toEqual([])
        }
        const facts = memory.of('p')
        const corrected = facts.flatMap(({ corrects }) => corrects ?? [])
        expect(new Set(corrected).size).toBe(corrected.length)
        // Every instant of the past still gives the belief of then.
        const instants = facts.map(({ recordedAt }) => recordedAt)
        for (const at of instants) {
          const then = facts.filter(({ recordedAt }) => recordedAt <= at)
          expect(believed(facts, at)).toEqual(believed(then))
        }
      }),
    )
  })
})
