import { dayNumberOf } from '@junheng/kernel'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readSituation } from './read-situation.ts'
import { samplePlace } from './testing/sample-place.ts'

const problemsOf = (input: unknown) => {
  const read = readSituation(samplePlace, input)
  return read.ok ? [] : read.problems
}
const problemAt = (input: unknown) => problemsOf(input).map(({ path }) => path)

describe('reading a situation', () => {
  test('a region nobody knows is refused where there is a table to ask', () => {
    const input = { children: [{ nursery: { region: 421_299 } }] }
    expect(problemsOf(input)).toEqual([])
    const read = readSituation(samplePlace, input, { isRegion: (code) => code === 421_202 })
    expect(read.ok ? [] : read.problems).toEqual([
      {
        path: 'children[0].nursery.region',
        message: expect.objectContaining({ en: expect.stringContaining('421299') }),
      },
    ])
  })

  test('nested facts become runtime values, money exact to the fen', () => {
    const read = readSituation(samplePlace, {
      household: { registrationRegion: '421202' },
      mother: { employed: true, employerMonthlyWage: '6543.21' },
      home: { fundLoanLimit: 500_000.1 },
      children: [
        { birthDate: '2024-02-29', birthOrder: 2, delivery: 'caesarean', nursery: { filed: true, region: 421_202 } },
        {},
      ],
    })
    expect(read).toEqual({
      ok: true,
      situation: {
        facts: {
          'household.registrationRegion': 421_202,
          'mother.employed': true,
          'mother.employerMonthlyWage': 654_321,
          'home.fundLoanLimit': 50_000_010,
        },
        rows: {
          children: [
            {
              'child.birthDate': dayNumberOf(2024, 2, 29),
              'child.birthOrder': 2,
              'child.delivery': 'caesarean',
              'child.nursery.filed': true,
              'child.nursery.region': 421_202,
            },
            {},
          ],
        },
      },
    })
  })

  test('null is not known, and an absent table is not an empty one', () => {
    const read = readSituation(samplePlace, {
      mother: null,
      home: { contractPrice: null },
      children: null,
      members: [],
    })
    expect(read).toEqual({ ok: true, situation: { facts: { 'home.contractPrice': null }, rows: { members: [] } } })
  })

  test('everything wrong is told at once, each with its path', () => {
    expect(
      problemAt({
        mother: { employed: 'yes', employerMonthlyWage: 1.005 },
        home: { contractPrice: '12,000' },
        children: [{ birthDate: '2023-02-29', birthOrder: 0 }, { birthDate: '29/02/2024', delivery: 'caesarian' }, 7],
        household: { registrationRegion: 42_120 },
      }),
    ).toEqual([
      'mother.employed',
      'mother.employerMonthlyWage',
      'home.contractPrice',
      'children[0].birthDate',
      'children[0].birthOrder',
      'children[1].birthDate',
      'children[1].delivery',
      'children[2]',
      'household.registrationRegion',
    ])
  })

  test('an impossible day is told apart from a badly written one', () => {
    const [impossible] = problemsOf({ children: [{ birthDate: '2023-02-29' }] })
    expect(impossible?.message.zh).toBe('没有 2023-02-29 这一天')
    const [written] = problemsOf({ children: [{ birthDate: '2023-2-9' }] })
    expect(written?.message.zh).toContain('2026-03-02 这样的日期')
    expect(problemsOf({ children: [{ birthDate: '0203-02-09' }] })[0]?.message.zh).toContain(
      '年份应在 1900 到 2100 之间',
    )
  })

  test('a mistyped key or code gets the nearest right one', () => {
    const [key] = problemsOf({ children: [{ birthdate: '2024-01-01' }] })
    expect(key).toEqual({
      path: 'children[0].birthdate',
      message: {
        zh: '没有“birthdate”这一项，是不是 birthDate？',
        en: 'there is no fact "birthdate"; did you mean birthDate?',
      },
    })
    expect(problemsOf({ children: [{ delivery: 'caesarian' }] })[0]?.message.en).toContain('did you mean caesarean?')
    expect(problemsOf({ child: [] })[0]?.message.en).toContain('did you mean children?')
  })

  test('a derived fact is not to be filled in', () => {
    expect(problemsOf({ household: { minorChildren: 2 } })[0]?.message.en).toContain('worked out from other facts')
  })

  test('bounds are those of the unit asked', () => {
    expect(problemsOf({ mother: { employerMonthlyWage: 499.99 } })[0]?.message.zh).toBe(
      '不能小于 500 元，写的是 499.99',
    )
    expect(problemsOf({ mother: { employerMonthlyWage: 200_000 } })).toEqual([])
    expect(problemsOf({ children: [{ birthOrder: 16 }] })[0]?.message.en).toBe('must be at most 15, not 16')
  })

  test('what is no situation at all is refused, as is a list without end', () => {
    for (const input of [null, [], 'text', 3, undefined]) expect(problemAt(input)).toEqual([''])
    expect(problemAt({ children: {} })).toEqual(['children'])
    expect(problemAt({ children: Array.from({ length: 51 }, () => ({})) })).toEqual(['children'])
    expect(problemAt(JSON.parse('{"__proto__": {"mother": 1}, "constructor": 2}'))).toEqual([
      '__proto__',
      'constructor',
    ])
  })

  test('never throws, and accepts nothing by halves', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        for (const input of [
          a,
          { mother: a, children: [b, a] },
          { children: [{ birthDate: b, nursery: a }], home: b },
        ]) {
          const read = readSituation(samplePlace, input)
          if (!read.ok) expect(read.problems.length).toBeGreaterThan(0)
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('a situation written for several places', () => {
  const fact = samplePlace.facts.find(({ name }) => name === 'child.nursery.enrolled')
  if (fact === undefined) throw new Error('the sample place knows no nursery')
  const elsewhere = {
    ...samplePlace,
    facts: [
      ...samplePlace.facts,
      { ...fact, name: 'child.nursery.bilingual' },
      { ...fact, name: 'yurt.heated', table: null },
    ],
  }

  test('what only another place asks about is left out', () => {
    const input = { yurt: { heated: true }, children: [{ nursery: { bilingual: true, enrolled: true } }] }
    expect(readSituation(samplePlace, input, { elsewhere })).toEqual({
      ok: true,
      situation: { facts: {}, rows: { children: [{ 'child.nursery.enrolled': true }] } },
    })
    expect(problemAt(input)).toEqual(['yurt', 'children[0].nursery.bilingual'])
  })

  test('it is still checked, and what nobody knows is still refused', () => {
    const read = readSituation(
      samplePlace,
      { yurt: { heated: 'warm', size: 3 }, children: [{ nursery: { bilingual: 1, enroled: true } }] },
      { elsewhere },
    )
    expect(read.ok ? [] : read.problems.map(({ path }) => path)).toEqual([
      'yurt.heated',
      'yurt.size',
      'children[0].nursery.bilingual',
      'children[0].nursery.enroled',
    ])
  })
})
