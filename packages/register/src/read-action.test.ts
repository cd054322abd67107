import { checkCharacter, getDay } from '@junheng/kernel'
import { anything, assert, constantFrom, dictionary, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAction } from './read-action.ts'

const today = getDay('2026-11-23')
const seal = (kind: string, plain: string) => ({ hash: `hash of ${kind}`, cipher: `cipher of ${plain.length}` })
const plain = {
  id: '019a0000-0000-7000-8000-000000000001',
  region: '421202',
  source: { kind: 'declared' },
  command: {
    kind: 'register-person',
    person: '019a0000-0000-7000-8000-000000000002',
    name: '王小明',
    sex: 'male',
    birthDate: '1990-05-06',
    township: '421202001',
  },
}
const read = (changes: object, rest: object = {}) =>
  readAction({ ...plain, ...rest, command: { ...plain.command, ...changes } }, { today, seal })

/** Path and code of every problem. */
function problems(changes: object, rest: object = {}): readonly string[] {
  const result = read(changes, rest)
  return result.ok ? [] : result.problems.map(({ path, code }) => `${path} ${code}`)
}

function nameOf(changes: object): string {
  const result = read(changes)
  return result.ok && result.action.command.kind === 'register-person' ? result.action.command.name : 'refused'
}

describe('an action that was sent', () => {
  it('is read', () => {
    expect(read({})).toMatchObject({ ok: true, action: { region: '421202', command: { name: '王小明' } } })
  })

  it('tells every problem at once, each at its place', () => {
    expect(
      problems({ name: '', sex: 'm', birthDate: '2025-02-29', township: '1', colour: 'red' }, { region: 'x' }),
    ).toEqual([
      'region not-a-region',
      'command.name not-a-name',
      'command.sex unknown-word',
      'command.birthDate no-such-day',
      'command.township not-a-township',
      'command.colour unknown-field',
    ])
  })

  it('takes a village of the township, or none', () => {
    expect(read({ village: '421202001003' })).toMatchObject({ action: { command: { village: '421202001003' } } })
    expect(read({})).toMatchObject({ action: { command: { village: null } } })
    for (const village of ['421202002003', '421202001', '4212020010030', 'x']) {
      expect([village, problems({ village })]).toEqual([village, ['command.village not-a-village']])
    }
    const moved = (value: unknown) => {
      const command = { kind: 'state-fact', person: plain.id, attribute: 'residence', value, from: '2026-01-01' }
      const result = readAction({ ...plain, command }, { today, seal })
      return result.ok ? 'value' in result.action.command && result.action.command.value : result.problems[0]?.code
    }
    expect(moved('421202001')).toEqual({ plain: { township: '421202001' }, sealed: null })
    expect(moved('421202001003')).toEqual({
      plain: { township: '421202001', village: '421202001003' },
      sealed: null,
    })
    expect(moved('420303001003')).toBe('not-a-village')
    expect(moved('42120200100')).toBe('not-a-township')
    expect(moved(undefined)).toBe('missing')
  })

  it('says what is wrong with an identity number without repeating it', () => {
    const number = `42120219900506077`
    const wrong = checkCharacter(number) === '1' ? '2' : '1'
    const result = read({ identityNumber: number + wrong })
    expect(result).toMatchObject({ ok: false, problems: [{ code: 'wrong-check-digit' }] })
    expect(JSON.stringify(result)).not.toContain('19900506')
    expect(problems({ identityNumber: '421202199013060770' })).toEqual(['command.identityNumber no-such-day'])
    expect(problems({ identityNumber: '4212' })).toEqual(['command.identityNumber wrong-length'])
  })

  it('refuses days that never were and days to come', () => {
    expect(problems({ birthDate: '2023-02-29' })).toEqual(['command.birthDate no-such-day'])
    expect(problems({ birthDate: '2026-11-24' })).toEqual(['command.birthDate in-the-future'])
    expect(problems({ birthDate: '0199-01-01' })).toEqual(['command.birthDate no-such-day'])
    expect(problems({ birthDate: 19900506 })).toEqual(['command.birthDate not-text'])
  })

  it('takes long and rare names as they are', () => {
    const names = [
      '𠮷𡈽𬭎',
      '王\u{e000}明',
      '古丽娜尔·艾买提江·阿不都热合曼',
      'ᠪᠣᠷᠵᠢᠭᠢᠨ ᠪᠠᠭᠠᠲᠤᠷ',
      'བསྟན་འཛིན་རྒྱ་མཚོ',
      'Borjigin Tserendorjiin Bat-Erdene O’Neill',
    ]
    for (const name of names) expect(nameOf({ name })).toBe(name)
  })

  it('keeps one form of a name however it was typed', () => {
    for (const name of ['迪丽•热巴', ' 迪丽・热巴 ', '迪丽‧热巴']) expect(nameOf({ name })).toBe('迪丽·热巴')
    expect(nameOf({ name: 'Ame\u0301lie  Wang' })).toBe('Amélie Wang')
  })

  it('names the character that no name holds', () => {
    const message = (name: string) => {
      const result = read({ name })
      return result.ok ? null : result.problems[0]?.message.zh
    }
    expect(message('王3明')).toBe('姓名里不能有“3”')
    expect(message('王😀')).toBe('姓名里不能有“😀”')
    expect(message('王\ud800')).toBe('姓名里有损坏的字符，请重新输入')
    expect(message('长'.repeat(101))).toBe('姓名最多 100 个字符，现在有 101 个')
    expect(message('··')).toBe('姓名里不能有“··”')
  })

  it('knows phones by many spellings and refuses what is none', () => {
    const masked = (phone: string) => {
      const result = read({ phone })
      return result.ok && result.action.command.kind === 'register-person' ? result.action.command.phone?.masked : null
    }
    for (const phone of ['13812345678', '138 1234 5678', '+86-138-1234-5678', '008613812345678']) {
      expect(masked(phone)).toBe('138****5678')
    }
    expect(problems({ phone: '1381234567' })).toEqual(['command.phone not-a-phone'])
  })

  it('of any shape is answered, never thrown at', () => {
    assert(
      property(
        anything(),
        anything(),
        dictionary(constantFrom(...Object.keys(plain.command)), anything()),
        (whole, command, changes) => {
          for (const input of [whole, { ...plain, command }, { ...plain, command: { ...plain.command, ...changes } }]) {
            const result = readAction(input, { today, seal })
            if (!result.ok) expect(result.problems.length).toBeGreaterThan(0)
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})
