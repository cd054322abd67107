import { inspect } from 'node:util'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromDayNumber } from './day.ts'
import { dayNumberOf } from './day-number.ts'
import { checkCharacter, parseResidentId } from './resident-id.ts'

/** The example printed in the standard itself. */
const example = '11010519491231002X'

const number = fc
  .tuple(
    fc.constantFrom('421202', '340403', '110105', '152921'),
    fc.integer({ min: dayNumberOf(1930, 1, 1), max: dayNumberOf(2026, 12, 31) }),
    fc.integer({ min: 1, max: 999 }),
  )
  .map(([region, born, order]) => {
    const first17 = `${region}${fromDayNumber(born).replaceAll('-', '')}${String(order).padStart(3, '0')}`
    return first17 + checkCharacter(first17)
  })

describe('a resident identity number', () => {
  test('gives region, birth date and sex', () => {
    const parsed = parseResidentId(` ${example.toLowerCase()} `)
    if (!parsed.ok) throw new Error(parsed.problem.message.en)
    const { region, birthDate, sex } = parsed.id
    expect([region, fromDayNumber(birthDate), sex]).toEqual([110_105, '1949-12-31', 'female'])
    expect(parsed.id.reveal()).toBe(example)
  })

  test('says what is wrong and where', () => {
    const problem = (text: string) => {
      const parsed = parseResidentId(text)
      return parsed.ok ? null : [parsed.problem.code, parsed.problem.start, parsed.problem.end]
    }
    expect(problem('1101051949123100')).toEqual(['wrong-length', 0, 16])
    expect(problem('1101051949O231002X')).toEqual(['not-a-digit', 10, 11])
    expect(problem('010105194912310021')).toEqual(['no-such-region', 0, 6])
    expect(problem('110105194902300021')).toEqual(['no-such-day', 6, 14])
    expect(problem('110105194912310021')).toEqual(['wrong-check-digit', 17, 18])
  })

  test('the check digit finds every single wrong digit', () => {
    fc.assert(
      fc.property(number, fc.nat(16), fc.integer({ min: 1, max: 9 }), (text, at, change) => {
        const wrong = String((Number(text.charAt(at)) + change) % 10)
        const mistyped = text.slice(0, at) + wrong + text.slice(at + 1)
        expect(parseResidentId(text).ok).toBe(true)
        expect(checkCharacter(mistyped)).not.toBe(text.charAt(17))
        expect(parseResidentId(mistyped).ok).toBe(false)
      }),
      { numRuns: 1000 },
    )
  })

  test('the check digit finds every two neighbours swapped', () => {
    fc.assert(
      fc.property(number, fc.nat(16), (text, at) => {
        const [a, b] = [text.charAt(at), text.charAt(at + 1)]
        if (a === b) return
        expect(parseResidentId(text.slice(0, at) + b + a + text.slice(at + 2)).ok).toBe(false)
      }),
      { numRuns: 1000 },
    )
  })

  test('is masked wherever it is printed, and never repeated in a complaint', () => {
    const parsed = parseResidentId(example)
    if (!parsed.ok) throw new Error(parsed.problem.message.en)
    const hidden = '1****************X'
    expect(String(parsed.id)).toBe(hidden)
    expect(JSON.stringify({ id: parsed.id })).toBe(`{"id":"${hidden}"}`)
    expect(inspect({ deep: { id: parsed.id } })).not.toContain('1949')
    expect(JSON.stringify(parseResidentId('110105194912310021'))).not.toContain('19491231')
  })
})
