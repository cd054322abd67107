import { expect, it } from 'vitest'
import type { PersonFact } from '../calls.ts'
import { factCommand } from './state-command.ts'
import { undoCommand, valueSent, valueTyped } from './value-sent.ts'

const residence: PersonFact = {
  id: 'f1',
  kind: 'residence',
  label: { zh: '居住地', en: 'Residence' },
  object: null,
  value: { township: '421202001', village: '421202001003' },
  from: '2020-01-01',
  to: '2021-01-01',
  recordedAt: '2026-01-01T00:00:00Z',
  source: { kind: 'declared', label: { zh: '本人申报', en: 'Declared' }, reference: null },
  believed: true,
  recordedBy: null,
  corrects: null,
  correctedBy: null,
  reason: null,
  note: null,
}
const typed = { text: ' 王晓明 ', township: '421202001', village: '' }

it('sends a residence as one code, a village before its township', () => {
  expect(valueSent('residence', typed)).toEqual({ value: '421202001' })
  expect(valueSent('residence', valueTyped(residence))).toEqual({ value: '421202001003' })
})

it('sends ties, events and facts as the register reads them', () => {
  const base = { person: 'p', typed, on: '2026-01-02', other: { id: 'h', region: '421202' } }
  expect(factCommand({ ...base, kind: 'name' })).toEqual({
    kind: 'state-fact',
    person: 'p',
    attribute: 'name',
    value: '王晓明',
    from: '2026-01-02',
  })
  expect(factCommand({ ...base, kind: 'death' })).toEqual({
    kind: 'record-event',
    person: 'p',
    event: 'death',
    on: '2026-01-02',
  })
  expect(factCommand({ ...base, kind: 'membership', typed: { ...typed, text: 'child' } })).toEqual({
    kind: 'record-tie',
    person: 'p',
    tie: 'membership',
    other: { id: 'h', region: '421202' },
    role: 'child',
    from: '2026-01-02',
  })
  expect(factCommand({ ...base, kind: 'spouse' })).not.toHaveProperty('role')
})

it('undoes with the old value and its days, and not where the old value is sealed', () => {
  const to = { subject: 'p', newFact: 'f2', reason: '撤回' }
  expect(undoCommand(residence, to)).toEqual({
    kind: 'correct-fact',
    subject: 'p',
    fact: 'f2',
    how: 'replace',
    attribute: 'residence',
    value: '421202001003',
    from: '2020-01-01',
    to: '2021-01-01',
    reason: '撤回',
  })
  expect(undoCommand({ ...residence, kind: 'phone', value: { hash: 'h', masked: '138****0000' } }, to)).toBeNull()
})
