import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Secrets } from '../database/secrets.ts'
import { glimpseOf } from './glimpse.ts'
import { boundTo, sealJson } from './sealed-json.ts'

const secretsOf = (): Secrets => {
  const sealing = randomBytes(32).toString('base64')
  return { superuser: '', app: '', auditor: '', sealing, finding: '' }
}
const region = '421202'
const id = '00000000-0000-7000-8000-000000000001'

function rowOf(secrets: Secrets, seq: number, name: string) {
  const state = {
    facts: { 'child.name': name, 'mother.name': '王梅' },
    procedure: { id: 'one-birth', from: '2026-01-01' },
  }
  return { case_id: id, seq, state: sealJson(secrets, boundTo.state(region, id), state) }
}

it('opens the state of a case once for as long as the case has not moved on', () => {
  const secrets = secretsOf()
  const first = glimpseOf(secrets, region, rowOf(secrets, 3, '王安安'))
  expect(first).toEqual({ about: '王安安 · 王梅', from: '2026-01-01' })
  // What cannot be opened shows that nobody tried.
  expect(glimpseOf(secrets, region, { case_id: id, seq: 3, state: Buffer.of(1, 2, 3) })).toEqual(first)
  expect(glimpseOf(secrets, region, rowOf(secrets, 4, '王乐乐')).about).toBe('王乐乐 · 王梅')
  expect(glimpseOf(secrets, region, rowOf(secrets, 3, '王安安')).about).toBe('王安安 · 王梅')
})

it('keeps counties, cases and keys apart', () => {
  const secrets = secretsOf()
  glimpseOf(secrets, region, rowOf(secrets, 1, '王安安'))
  const unreadable = { case_id: id, seq: 1, state: Buffer.of(1, 2, 3) }
  expect(() => glimpseOf(secrets, '420303', unreadable)).toThrow()
  expect(() => glimpseOf(secretsOf(), region, unreadable)).toThrow()
  expect(() => glimpseOf(secrets, region, { ...unreadable, case_id: id.replace(/1$/, '2') })).toThrow()
})

it('forgets those it has kept longest', () => {
  const secrets = secretsOf()
  glimpseOf(secrets, region, rowOf(secrets, 1, '王安安'))
  const state = { facts: {}, procedure: { id: 'one-birth', from: null } }
  for (let at = 0; at < 5000; at++) {
    const other = `other-${at}`
    glimpseOf(secrets, region, {
      case_id: other,
      seq: 1,
      state: sealJson(secrets, boundTo.state(region, other), state),
    })
  }
  expect(() => glimpseOf(secrets, region, { case_id: id, seq: 1, state: Buffer.of(1, 2, 3) })).toThrow()
})
