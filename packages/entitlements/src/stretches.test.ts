import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { environmentOn, judge } from './judge.ts'
import { judgeHousehold } from './judge-household.ts'
import { missingOf } from './missing-facts.ts'
import { indexOf } from './place-index.ts'
import type { Situation } from './situation.ts'
import { stretchesOf, stretchOn } from './stretches.ts'
import { subjectCases } from './subject-case.ts'
import { day } from './testing/ask.ts'
import { samplePlace } from './testing/sample-place.ts'

const index = indexOf(samplePlace)
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 4 })
const birth = fc.integer({ min: day('2018-01-01'), max: day('2028-12-31') })
const child = fc.record({
  'child.birthDate': maybe(fc.oneof(birth, fc.constant(day('2024-02-29')))),
  'child.birthOrder': maybe(fc.integer({ min: 1, max: 4 })),
  'child.delivery': maybe(fc.constantFrom('natural', 'caesarean', 'difficult')),
  'child.nursery.enrolled': maybe(fc.boolean()),
  'child.nursery.filed': maybe(fc.boolean()),
  'child.nursery.region': maybe(fc.constantFrom(421_202, 421_200, 110_101)),
})
const situation: fc.Arbitrary<Situation> = fc.record({
  facts: fc.record({
    'mother.employed': maybe(fc.boolean()),
    'mother.employerMonthlyWage': maybe(fc.integer({ min: 50_000, max: 20_000_000 })),
    'mother.pregnancyLossDate': maybe(birth),
    'home.fundLoanLimit': maybe(fc.integer({ min: 1_000_000, max: 100_000_000 })),
    'home.contractPrice': maybe(fc.integer({ min: 1_000_000, max: 1_000_000_000 })),
  }),
  rows: fc.record({
    children: fc.option(fc.array(child, { maxLength: 3 }), { nil: undefined, freq: 6 }),
    members: fc.option(
      fc.array(
        fc.record({ 'member.birthDate': maybe(fc.integer({ min: day('1935-01-01'), max: day('1975-12-31') })) }),
        { maxLength: 2 },
      ),
      { nil: undefined, freq: 6 },
    ),
  }),
})
const anyDay = fc.integer({ min: day('2015-01-01'), max: day('2040-12-31') })

test('every stretch answers each of its days as asking on that day does', () => {
  fc.assert(
    fc.property(situation, fc.array(anyDay, { minLength: 5, maxLength: 5 }), (household, days) => {
      for (const subject of subjectCases(index, household)) {
        const stretches = stretchesOf(subject)
        const ends = stretches
          .flatMap(({ from, to }) => [from, to === null ? null : to - 1])
          .filter((end) => end !== null)
        for (const on of [...ends, ...days]) {
          const { eligible, amount, amountTo } = judge(subject, on)
          const status = eligible === null ? 'incomplete' : eligible ? 'eligible' : 'ineligible'
          expect({ id: subject.benefit.id, on, ...stretchOn(stretches, on) }).toMatchObject({
            status,
            amount,
            amountTo,
          })
        }
      }
    }),
    { numRuns: 150 },
  )
})

test('stretches follow each other without gap, and no two neighbours are alike', () => {
  fc.assert(
    fc.property(situation, (household) => {
      for (const { stretches } of judgeHousehold(index, household)) {
        expect(stretches[0]?.from).toBeNull()
        expect(stretches.at(-1)?.to).toBeNull()
        stretches.slice(1).forEach((stretch, i) => {
          const before = stretches[i]
          expect(stretch.from).toBe(before?.to)
          expect({ ...stretch, from: null, to: null }).not.toEqual({ ...before, from: null, to: null })
        })
      }
    }),
    { numRuns: 100 },
  )
})

test('incomplete always names what is missing, and a fact once given is missing no more', () => {
  fc.assert(
    fc.property(situation, child, anyDay, (household, filled, on) => {
      const cases = subjectCases(index, household)
      for (const subject of cases) {
        if (judge(subject, on).eligible !== null) continue
        const missing = missingOf(subject, environmentOn(subject, on))
        expect(missing.length).toBeGreaterThan(0)
        for (const { name, row } of missing) {
          const value = new Map<string, unknown>(Object.entries(filled)).get(name) ?? 1
          if (row === null || index.facts.get(name) === undefined) continue
          const table = index.facts.get(name)?.table ?? ''
          const rows = (household.rows[table] ?? [{}]).map((facts, i) =>
            i === row ? { ...facts, [name]: value as number } : facts,
          )
          const next = subjectCases(index, { ...household, rows: { ...household.rows, [table]: rows } }).find(
            (other) => other.benefit.id === subject.benefit.id && other.row?.index === subject.row?.index,
          )
          if (next === undefined) continue
          const left = missingOf(next, environmentOn(next, on))
          expect(left).not.toContainEqual({ name, row })
        }
      }
    }),
    { numRuns: 150 },
  )
})
