import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextQuestions } from './next-questions.ts'
import { ask, situationOf } from './testing/ask.ts'
import { makePlace } from './testing/make-place.ts'
import { samplePlace as place } from './testing/sample-place.ts'

const questionsFor = (input: unknown, topics: readonly string[] = []) =>
  nextQuestions({ place, situation: situationOf(place, input), answers: ask(place, input, '2026-01-01'), topics })

test('the fact that settles most is asked first, with its row, words and bounds', () => {
  const [first] = questionsFor({})
  expect(first).toMatchObject({
    fact: 'child.birthDate',
    table: 'children',
    index: 0,
    question: { zh: '孩子的出生日期？' },
    type: { kind: 'date' },
  })
  expect(first?.decides).toContain('childcare-subsidy')
})

test('what is known or no longer matters is not asked', () => {
  const facts = questionsFor({ children: [{ birthDate: '2024-05-01', birthOrder: 1 }] }).map(({ fact }) => fact)
  expect(facts).not.toContain('child.birthDate')
  expect(facts).not.toContain('child.nursery.filed')
  expect(facts).toContain('mother.employed')
})

test('before a birth, what the coming months will need is asked already; what lies years ahead is not', () => {
  const expected = (birthDate: string) =>
    questionsFor({ children: [{ birthDate, birthOrder: 2 }] }).map(({ fact }) => fact)
  expect(expected('2026-05-01')).toContain('child.nursery.filed')
  expect(expected('2029-05-01')).not.toContain('child.nursery.filed')
})

test('what comes first in the conditions is asked first, and a no to it makes the rest needless', () => {
  const nursery = (child: object) =>
    questionsFor({ children: [{ birthDate: '2024-05-01', birthOrder: 2, ...child }] })
      .map(({ fact }) => fact)
      .filter((fact) => fact.startsWith('child.nursery'))
  expect(nursery({})).toEqual(['child.nursery.enrolled', 'child.nursery.filed', 'child.nursery.region'])
  expect(nursery({ nursery: { enrolled: true } })).toEqual(['child.nursery.filed', 'child.nursery.region'])
  expect(nursery({ nursery: { enrolled: false } })).toEqual([])
})

test('while it is not known whether there are any special families in the household, what hangs on it is not asked', () => {
  const elders = makePlace({
    facts: {
      'member.alone': { type: 'boolean', ask: 'volunteer', topic: 'former-policy' },
      'household.housingDifficulty': { type: 'boolean' },
    },
    benefits: [
      {
        id: 'housing-first',
        subject: 'household',
        when: {
          elder: 'some member in members satisfies member.alone',
          difficulty: 'household.housingDifficulty',
        },
      },
    ],
  })
  const asked = (input: unknown, topics: readonly string[] = []) =>
    nextQuestions({
      place: elders,
      situation: situationOf(elders, input),
      answers: ask(elders, input, '2026-01-01'),
      topics,
    }).map(({ fact }) => fact)
  expect(asked({})).toEqual([])
  expect(asked({ members: [{ alone: true }] })).toEqual(['household.housingDifficulty'])
  expect(asked({ members: [{}] }, ['former-policy'])).toEqual(['member.alone', 'household.housingDifficulty'])
})

test('nobody is asked about a loss unless they open that topic', () => {
  expect(questionsFor({}).map(({ fact }) => fact)).not.toContain('mother.pregnancyLossDate')
  expect(questionsFor({}, ['loss']).map(({ fact }) => fact)).toContain('mother.pregnancyLossDate')
})

test('on which day a leave begins is asked only of those who open that topic', () => {
  const leave = makePlace({
    facts: {
      'child.birthDate': { type: 'date' },
      'child.leaveStart': { type: 'date', ask: 'volunteer', topic: 'leave-start' },
    },
    benefits: [
      {
        id: 'maternity-leave',
        kind: 'leave',
        when: { born: 'child.birthDate <= on' },
        amount: { value: '98', unit: 'day', per: 'birth' },
        leave: { starts: 'child.birthDate', startsFact: 'child.leaveStart' },
      },
    ],
  })
  const asked = (child: object, topics: readonly string[] = []) => {
    const input = { children: [{ birthDate: '2025-12-01', ...child }] }
    const answers = ask(leave, input, '2026-01-01')
    return nextQuestions({ place: leave, situation: situationOf(leave, input), answers, topics }).map(
      ({ fact, index }) => [fact, index],
    )
  }
  expect(asked({})).toEqual([])
  expect(asked({}, ['leave-start'])).toEqual([['child.leaveStart', 0]])
  expect(asked({ leaveStart: '2025-12-20' }, ['leave-start'])).toEqual([])
})

test('the choices of a code stand beside its question', () => {
  const input = { mother: { employed: true }, children: [{ birthDate: '2024-05-01' }] }
  const question = questionsFor(input).find(({ fact }) => fact === 'child.delivery')
  expect(question?.codes.map(({ code }) => code)).toEqual(['natural', 'caesarean', 'difficult'])
})

test('answering every question asked leaves nothing open that may be asked', () => {
  const answers: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
    'child.birthDate': fc.constantFrom('2023-05-01', '2025-05-01', '2026-05-01'),
    'child.birthOrder': fc.integer({ min: 1, max: 3 }),
    'child.delivery': fc.constantFrom('natural', 'difficult'),
    'child.nursery.enrolled': fc.boolean(),
    'child.nursery.filed': fc.boolean(),
    'child.nursery.region': fc.constantFrom(421_202, 110_101),
    'mother.employed': fc.boolean(),
    'mother.employerMonthlyWage': fc.integer({ min: 500, max: 20_000 }),
    'home.fundLoanLimit': fc.constant(500_000),
    'home.contractPrice': fc.constant(800_000),
  }
  fc.assert(
    fc.property(fc.record(answers), (given) => {
      const household: Record<string, Record<string, unknown>> = {}
      const child: Record<string, unknown> = {}
      let asked = 0
      for (;;) {
        const input = { ...household, ...(asked === 0 ? {} : { children: [child] }) }
        const [question] = questionsFor(input)
        if (question === undefined) break
        asked += 1
        expect(asked).toBeLessThanOrEqual(Object.keys(answers).length)
        const path = question.fact.split('.')
        const value = given[question.fact]
        if (path[0] === 'child' && path.length === 3) {
          child['nursery'] = { ...Object(child['nursery']), [path[2] ?? '']: value }
        } else if (path[0] === 'child') {
          child[path[1] ?? ''] = value
        } else {
          household[path[0] ?? ''] = { ...household[path[0] ?? ''], [path[1] ?? '']: value }
        }
      }
      const left = ask(place, { ...household, children: [child], members: [] }, '2026-01-01').filter(
        ({ status }) => status === 'incomplete',
      )
      expect(left.map(({ id }) => id)).toEqual(['loss-support'])
    }),
    { numRuns: 40 },
  )
})
