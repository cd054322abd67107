import { describe, expect, it } from 'vitest'
import type { Item, Procedure, Sent } from '../procedure.ts'
import type { RegisterRecord } from '../register-record.ts'
import { makeItem, makeProcedure } from '../testing/make-procedure.ts'
import { checkProcedure } from './check-procedure.ts'

const source = { document: 'law', clause: '第一条' }
const sent = (...fields: readonly string[]): readonly Sent[] => fields.map((field) => ({ field, source }))

function found(item: Partial<Item>, more: Partial<Procedure> = {}) {
  return checkProcedure(makeProcedure([makeItem('a', item)], more))
}

const codes = (...args: Parameters<typeof found>) => found(...args).map(({ at, code }) => `${at.join('.')} ${code}`)

describe('what an item sends', () => {
  it('is a field of the case that the duties of its unit let it know', () => {
    expect(codes({ sends: sent('child.name', 'child.birthDate') })).toEqual([])
    expect(codes({ sends: sent('child.size') })).toEqual(['sends.0 unknown-name'])
    expect(codes({ sends: sent('child.name', 'child.certificate') })).toEqual(['sends.1 never-known'])
    expect(codes({ sends: sent('child.certificate'), produces: ['child.certificate'] })).toEqual([])
    expect(codes({ sends: sent('child.inHospital') })).toEqual(['sends.0 not-for-this-unit'])
    expect(codes({ sends: sent('child.name', 'child.name') })).toEqual(['sends.1 sent-twice'])
  })

  it('has its clause, and a field without a category goes to nobody', () => {
    const bare = [{ field: 'child.name', source: { document: 'law', clause: '' } }]
    expect(codes({ sends: bare })).toEqual(['sends.0 missing-clause'])
    const { fields } = makeProcedure([])
    const unsaid = fields.map((field) => ({ ...field, category: null }))
    expect(codes({ sends: sent('child.name') }, { fields: unsaid })).toEqual(['sends.0 no-category'])
  })

  it('is explained with the name of the unit and the category', () => {
    const [problem] = found({ sends: sent('child.inHospital') })
    expect(problem?.message.zh).toBe('police的职责不包括知道“婚育”类资料，不能给它“child.inHospital”（在医院出生）')
  })
})

const number: RegisterRecord = {
  command: 'state-fact',
  person: 'child',
  attribute: 'identity-number',
  value: 'child.number',
  from: 'child.birthDate',
}

describe('what an item records', () => {
  it('reads fields of the case, each of the type that the register takes', () => {
    expect(codes({ produces: ['child.number'], records: [number] })).toEqual([])
    expect(codes({ records: [number] })).toEqual(['records.0.value never-known'])
    expect(codes({ records: [{ ...number, value: 'child.size' }] })).toEqual(['records.0.value unknown-name'])
    expect(codes({ records: [{ ...number, value: 'child.name' }] })).toEqual(['records.0.value wrong-field-type'])
    expect(codes({ records: [{ ...number, value: 'child.name', from: 'child.inHospital' }] })).toEqual([
      'records.0.value wrong-field-type',
      'records.0.from wrong-field-type',
    ])
    const named: RegisterRecord = { ...number, attribute: 'name', value: 'child.name', from: 'answer' }
    expect(codes({ records: [named] })).toEqual([])
    const joined = { command: 'join-household', person: 'child', as: '子女', from: 'answer' } as const
    expect(codes({ records: [{ ...joined, householdOf: 'mother' }] })).toEqual([])
    expect(codes({ records: [{ ...joined, householdOf: 'child.name' }] })).toEqual([
      'records.0.householdOf wrong-field-type',
    ])
  })

  it('stays within the purpose of the case, and within its persons', () => {
    const health: RegisterRecord = { ...number, attribute: 'health', value: 'child.name', from: 'answer' }
    expect(codes({ records: [health] })).toEqual(['records.0 not-for-this-purpose'])
    const nothing = { purpose: { id: 'casework', categories: [] } }
    expect(codes({ records: [{ ...health, attribute: 'name' }] }, nothing)).toEqual(['records.0 not-for-this-purpose'])
    const about = { subject: 'household', table: null }
    expect(codes({ records: [{ ...health, attribute: 'name' }] }, about)).toEqual(['records.0.person no-such-person'])
  })
})
