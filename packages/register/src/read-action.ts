import { fromDayNumber, parseResidentId, type Day } from '@junheng/kernel'
import type { Action, Command, NewHousehold, SealedIdentity, SealedNumber, StatedValue } from './command.ts'
import type { FactValue, Source } from './fact.ts'
import { Fields } from './fields.ts'
import { placeValue, type Place } from './place.ts'
import type { Problem } from './problem.ts'

/** Hides a number at once, so that nothing after the reading holds it. */
export type Seal = (kind: 'identity' | 'phone' | 'health', plain: string) => Pick<SealedNumber, 'hash' | 'cipher'>

export type ReadAction =
  | { readonly ok: true; readonly action: Action }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Reads an action as it came over the wire, with every problem at once. `today` is the last day that can be stated. */
export function readAction(input: unknown, { today, seal }: { readonly today: Day; readonly seal: Seal }): ReadAction {
  const fields = new Fields(input)
  const [id, region, source] = [fields.id('id'), fields.region('region'), readSource(fields.inside('source'))]
  const inner = fields.inside('command')
  const kind = inner.one('kind', [
    'open-household',
    'register-person',
    'state-fact',
    'record-tie',
    'record-event',
    'correct-fact',
  ])
  const command = kind === null ? null : readers[kind]({ fields: inner, region, today, seal })
  // Without a kind there is no telling which fields belong.
  if (kind !== null) inner.finish()
  fields.finish()
  if (fields.problems.length > 0 || id === null || region === null || source === null || command === null) {
    return { ok: false, problems: fields.problems }
  }
  return { ok: true, action: { id, region, source, command } }
}

interface Reading {
  readonly fields: Fields
  readonly region: string | null
  readonly today: Day
  readonly seal: Seal
}

/** A wrong field has been noted as a problem already, so what is built from it never leaves `readAction`. */
function settled<T>(value: T | null): T {
  return value as T
}

const readers: Readonly<Record<Command['kind'], (reading: Reading) => Command>> = {
  'open-household': ({ fields, region, today }) => ({
    kind: 'open-household',
    household: settled(fields.id('household')),
    householdKind: settled(fields.one('householdKind', ['family', 'collective'])),
    ...readPlace(fields, region),
    address: settled(fields.text('address')),
    from: settled(fields.day('from', today)),
  }),
  'register-person': (reading) => {
    const { fields, region, today } = reading
    return {
      kind: 'register-person',
      person: settled(fields.id('person')),
      name: settled(fields.name('name')),
      sex: settled(fields.one('sex', ['male', 'female'])),
      birthDate: settled(fields.day('birthDate', today)),
      ethnicity: fields.optional('ethnicity', (name) => fields.text(name, 20)),
      ...readPlace(fields, region),
      identityNumber: fields.optional('identityNumber', (name) => readIdentity(reading, name)),
      phone: fields.optional('phone', (name) => readPhone(reading, name)),
      household: fields.optional('household', (name) => {
        const inner = fields.inside(name)
        const household = {
          id: settled(inner.id('id')),
          role: settled(inner.text('role', 20)),
          open: inner.optional('open', (open) => readNewHousehold(inner.inside(open), today)),
        }
        inner.finish()
        return household
      }),
      mother: fields.optional('mother', (name) => fields.reference(name)),
      father: fields.optional('father', (name) => fields.reference(name)),
    }
  },
  'state-fact': (reading) => {
    const { fields, today } = reading
    const attribute = settled(
      fields.one('attribute', ['name', 'ethnicity', 'identity-number', 'phone', 'residence', 'health']),
    )
    const identity = attribute === 'identity-number' ? readIdentity(reading, 'value') : null
    return {
      kind: 'state-fact',
      person: settled(fields.id('person')),
      attribute,
      value: attribute === 'identity-number' ? statedNumber(identity) : readValue(reading, attribute),
      bearer: identity === null ? null : { birthDate: identity.birthDate, sex: identity.sex },
      from: settled(fields.day('from', today)),
    }
  },
  'record-tie': ({ fields, today }) => ({
    kind: 'record-tie',
    person: settled(fields.id('person')),
    tie: settled(fields.one('tie', ['membership', 'mother', 'father', 'guardian', 'spouse'])),
    other: settled(fields.reference('other')),
    role: fields.optional('role', (name) => fields.text(name, 20)),
    from: settled(fields.day('from', today)),
    to: fields.optional('to', (name) => fields.day(name, today)),
  }),
  'record-event': ({ fields, today }) => ({
    kind: 'record-event',
    person: settled(fields.id('person')),
    event: settled(fields.one('event', ['death', 'marriage', 'divorce', 'pregnancy', 'birth'])),
    on: settled(fields.day('on', today)),
    other: fields.optional('other', (name) => fields.reference(name)),
  }),
  'correct-fact': (reading) => {
    const { fields, today } = reading
    const withdraw = fields.one('how', ['replace', 'withdraw']) === 'withdraw'
    const attribute = withdraw
      ? null
      : fields.one('attribute', [
          'name',
          'sex',
          'birth-date',
          'ethnicity',
          'identity-number',
          'phone',
          'residence',
          'household',
          'health',
          'membership',
          'mother',
          'father',
          'guardian',
          'spouse',
          'death',
          'marriage',
          'divorce',
          'pregnancy',
          'birth',
        ])
    return {
      kind: 'correct-fact',
      subject: settled(fields.id('subject')),
      fact: settled(fields.id('fact')),
      value: attribute === null ? null : readValue(reading, attribute),
      from: fields.optional('from', (name) => fields.day(name, today)),
      to: fields.optional('to', (name) => fields.day(name, today)),
      reason: settled(fields.text('reason')),
    }
  },
}

function readNewHousehold(fields: Fields, today: Day): NewHousehold {
  const household = {
    householdKind: settled(fields.one('householdKind', ['family', 'collective'])),
    address: settled(fields.text('address')),
    from: settled(fields.day('from', today)),
  }
  fields.finish()
  return household
}

/** The value of a fact of one kind; ties and events have no value beyond a role. */
function readValue(reading: Reading, kind: string): StatedValue {
  const { fields, region, today, seal } = reading
  const open = (plain: FactValue): StatedValue => ({ plain, sealed: null })
  switch (kind) {
    case 'name':
      return open({ name: fields.name('value') })
    case 'sex':
      return open({ sex: fields.one('value', ['male', 'female']) })
    case 'birth-date':
      return open({ day: fields.day('value', today) })
    case 'ethnicity':
      return open({ ethnicity: fields.text('value', 20) })
    case 'residence':
      return open(readResidence(fields, region))
    case 'identity-number':
      return statedNumber(readIdentity(reading, 'value'))
    case 'phone':
      return statedNumber(readPhone(reading, 'value'))
    case 'household': {
      const inner = fields.inside('value')
      const kinds = ['family', 'collective'] as const
      const value = {
        kind: inner.one('kind', kinds),
        ...placeValue(readPlace(inner, region)),
        address: inner.text('address'),
      }
      inner.finish()
      return open(value)
    }
    case 'health':
      return { plain: {}, sealed: seal('health', fields.text('value', 2000) ?? '').cipher }
    default:
      return open({ role: fields.optional('role', (name) => fields.text(name, 20)) })
  }
}

/** The township and, where it is known, the village. */
function readPlace(fields: Fields, region: string | null): Place {
  const township = fields.township('township', region)
  return { township: settled(township), village: fields.optional('village', (name) => fields.village(name, township)) }
}

/** A residence as one code: a township's nine digits, or a village's twelve, which name the township too. */
function readResidence(fields: Fields, region: string | null): FactValue {
  const text = fields.text('value')
  if (text === null) return {}
  if (text.length !== 12) return { township: fields.township('value', region) }
  const village = fields.village('value', region)
  return { township: village?.slice(0, 9) ?? null, village }
}

function statedNumber(found: SealedNumber | null): StatedValue {
  if (found === null) return { plain: {}, sealed: null }
  return { plain: { hash: found.hash, masked: found.masked }, sealed: found.cipher }
}

function readIdentity({ fields, seal }: Reading, name: string): SealedIdentity | null {
  const text = fields.text(name)
  if (text === null) return null
  const parsed = parseResidentId(text)
  if (!parsed.ok) return fields.wrong(name, parsed.problem.code, parsed.problem.message)
  const { birthDate, sex } = parsed.id
  return {
    ...seal('identity', parsed.id.reveal()),
    masked: parsed.id.masked(),
    birthDate: fromDayNumber(birthDate),
    sex,
  }
}

function readPhone({ fields, seal }: Reading, name: string): SealedNumber | null {
  const text = fields.text(name)
  if (text === null) return null
  const digits = normalisePhone(text)
  if (digits === null) {
    return fields.wrong(name, 'not-a-phone', {
      zh: '电话应是 11 位手机号，或带区号的座机号',
      en: 'A mobile number has 11 digits; a landline needs its area code',
    })
  }
  return { ...seal('phone', digits), masked: `${digits.slice(0, 3)}****${digits.slice(-4)}` }
}

/** Digits only, without the country's prefix; null where it is no number of China. */
export function normalisePhone(text: string): string | null {
  const digits = text.replace(/[\s\-()（）]/g, '').replace(/^(\+|00)86/, '')
  return /^1[3-9]\d{9}$|^0\d{9,11}$/.test(digits) ? digits : null
}

function readSource(fields: Fields): Source | null {
  const kind = fields.one('kind', ['declared', 'document', 'department', 'import'])
  const reference = fields.optional('reference', (name) => fields.text(name, 100))
  fields.finish()
  return kind === null ? null : { kind, reference }
}
