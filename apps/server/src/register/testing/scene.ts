import { randomUUID } from 'node:crypto'
import { checkCharacter, getDay } from '@junheng/kernel'
import type { TestDatabase } from '../../database/testing/test-database.ts'
import type { Watch } from '../../database/statements.ts'
import type { Access } from '../access.ts'
import { act, type Outcome } from '../act.ts'

export const region = '421202'
export const township = '421202001'
export const village = '421202001001'
export const otherRegion = '420303'
export const clerk = '00000000-0000-4000-8000-000000000001'
export const today = getDay('2026-11-23')
export const now = Temporal.Instant.from('2026-11-23T02:00:00Z')

/** A clerk of one county who may register and read, for every purpose of the law and against it. */
export async function grantPosts({ owner }: Pick<TestDatabase, 'owner'>): Promise<void> {
  const purposes = (await owner.query<{ purpose: string }>('select purpose from access.purpose')).rows
  for (const county of [region, otherRegion]) {
    await owner.query(
      `insert into access.post_grant (region, actor, post, purposes, fields)
       values ($1, $2, 'clerk', $3, '{identity,phone,health}')`,
      [
        county,
        county === region ? clerk : '00000000-0000-4000-8000-000000000002',
        purposes.map(({ purpose }) => purpose),
      ],
    )
    await owner.query(
      `insert into access.case_file (region, case_id, purpose, opened_on)
       select $1, 'case-' || purpose || '-' || $1, purpose, '2026-01-01' from access.purpose`,
      [county],
    )
  }
}

export function accessOf(changes: Partial<Access> = {}): Access {
  const plain: Access = {
    actor: clerk,
    region,
    townships: null,
    villages: null,
    purpose: 'registration',
    caseId: null,
    fields: [],
    reason: null,
  }
  return { ...plain, ...changes }
}

/** Sends a command as the clerk. */
export function send(
  { app, secrets }: Pick<TestDatabase, 'app' | 'secrets'>,
  command: object,
  options: { id?: string; access?: Partial<Access>; watch?: Watch; now?: Temporal.Instant; region?: string } = {},
): Promise<Outcome> {
  const input = {
    id: options.id ?? randomUUID(),
    region: options.region ?? region,
    source: { kind: 'declared', reference: 'form-1' },
    command,
  }
  const register = { pool: app, ...(options.watch === undefined ? {} : { watch: options.watch }) }
  return act({ register, secrets, access: accessOf(options.access), input, today, now: options.now ?? now })
}

/** A number of GB 11643 that was never given out: regions of the test range, any order number. */
export function identityNumber(birthDate: string, order: number): string {
  const first = `421202${birthDate.replaceAll('-', '')}${String(order).padStart(3, '0')}`
  return first + checkCharacter(first)
}

export function household(changes: object = {}): { kind: string; household: string } & Record<string, unknown> {
  return {
    kind: 'open-household',
    household: randomUUID(),
    householdKind: 'family',
    township,
    address: '湖北省咸宁市咸安区永安街道怀德路12号3栋501室',
    from: '2020-01-01',
    ...changes,
  }
}

export function person(changes: object = {}): { kind: string; person: string } & Record<string, unknown> {
  return {
    kind: 'register-person',
    person: randomUUID(),
    name: '王小明',
    sex: 'male',
    birthDate: '1990-05-06',
    township,
    ...changes,
  }
}
