import { randomUUID } from 'node:crypto'
import { checkCharacter, getDay } from '@junheng/kernel'
import { act } from '../../../apps/server/src/register/act.ts'
import { programAccess } from '../../../apps/server/src/cases/programs.ts'
import type { Casework } from '../../../apps/server/src/cases/casework.ts'
import { region } from '../place.ts'

/** The family that stories are played with; every value is one that nobody else has, so that a copy can put its own. */
export const family = {
  township: '421202997',
  village: '421202997997',
  address: '咸宁市咸安区书台镇故事村97号',
  household: '00000000-5717-8000-8000-0000000000a1',
  mother: {
    id: '00000000-5717-8000-8000-0000000000a2',
    name: '苏若溪',
    number: numbered('99020219940302996'),
    birthDate: '1994-03-02',
  },
  father: {
    id: '00000000-5717-8000-8000-0000000000a3',
    name: '韩启明',
    number: numbered('99020219920101995'),
    birthDate: '1992-01-01',
  },
  child: { name: '韩瑞昱' },
  phone: '13900000097',
} as const

/** Makes the family known to the register of an empty database, by the one write path. */
export async function registerFamily(casework: Casework, now: Temporal.Instant): Promise<void> {
  const { household, township, village, address, mother, father } = family
  const place = { township, village }
  const person = ({ id, name, number, birthDate }: typeof mother | typeof father, sex: string, role: string) => ({
    kind: 'register-person',
    person: id,
    name,
    sex,
    birthDate,
    identityNumber: number,
    ...place,
    household: { id: household, role },
  })
  const opened = { kind: 'open-household', household, householdKind: 'family', ...place, address, from: '2020-11-01' }
  const other = { id: father.id, region }
  const marriage = {
    kind: 'record-tie',
    person: mother.id,
    tie: 'spouse',
    other,
    role: null,
    from: '2020-05-20',
    to: null,
  }
  for (const command of [opened, person(father, 'male', '户主'), person(mother, 'female', '配偶'), marriage]) {
    const outcome = await act({
      register: casework.register,
      secrets: casework.secrets,
      access: programAccess(region, { purpose: 'registration' }),
      input: { id: randomUUID(), region, source: { kind: 'declared' }, command },
      today: getDay(now.toString().slice(0, 10)),
      now,
    })
    if (!outcome.ok) throw new Error(`the family of the stories: ${JSON.stringify(outcome.problems)}`)
  }
}

function numbered(digits: string): string {
  return digits + checkCharacter(digits)
}
