import type { Place } from '@junheng/entitlements'
import { parseDayNumber } from '@junheng/kernel'
import { evaluate, type Environment, type Value } from '@junheng/rules'
import { describe, expect, it } from 'vitest'
import { loadPacks } from '../load/load-packs.ts'
import { changed, smallPacks } from '../testing/small-packs.ts'
import { resolvePlace } from './resolve-place.ts'

function placeOf(files = smallPacks(), id = 'xianan'): Place {
  const { packs } = loadPacks(files)
  const { place, problems } = resolvePlace(packs, id)
  if (place === null) throw new Error(JSON.stringify(problems))
  return place
}

const day = (text: string): number => parseDayNumber(text) ?? 0

/** The days of maternity leave of a child with these facts. */
function maternityDays(place: Place, facts: Readonly<Record<string, Value>>): Value {
  const fact = place.facts.find(({ name }) => name === 'child.leaveDays.maternity')
  if (fact?.is === undefined || fact.is === null) throw new Error('no such fact')
  const env: Environment = {
    fact: (name) => facts[name] ?? null,
    parameter: () => null,
    rowCount: () => 1,
    on: day('2024-01-01'),
    here: 0,
    row: { table: 'children', index: 0 },
  }
  return evaluate(fact.is, env)
}

describe('resolvePlace', () => {
  it('inherits from the province and the nation, itself first', () => {
    const place = placeOf()
    expect(place.lineage).toEqual(['xianan', 'hubei', 'cn'])
    expect(place.benefits.map(({ id, pack, here }) => [id, pack, here])).toEqual([
      ['maternity-leave', 'cn', 0],
      ['more-leave', 'hubei', 420000],
      ['nursery-aid', 'xianan', 421202],
    ])
    expect(place.documents.map(({ id }) => id)).toEqual(['law', 'rule', 'plan-2023'])
  })

  it('keeps plan, targets and duties to the place itself', () => {
    expect(placeOf().clauses.map(({ path }) => path)).toEqual(['一', '一/1'])
    expect(placeOf(smallPacks(), 'hubei')).toMatchObject({ clauses: [], targets: [], duties: [], plan: null })
  })

  it('is plain JSON', () => {
    const place = placeOf()
    expect(JSON.parse(JSON.stringify(place))).toEqual(place)
  })

  it('keeps money in fen, decimals exact, and ends each value where the next begins', () => {
    const text = `
- id: share
  label: {zh: 份额, en: share}
  type: number
  values:
    - {from: 2024-01-01, value: "0.8", source: {document: law, clause: 第一条}}
`
    const base = smallPacks().get('421202-xianan/parameters.yaml') ?? ''
    const { parameters } = placeOf(smallPacks({ '421202-xianan/parameters.yaml': base + text }))
    const values = (id: string) =>
      parameters
        .find((parameter) => parameter.id === id)
        ?.values.map(({ from, to, value, exact }) => [from, to, value, exact])
    expect(values('nurseryAid')).toEqual([
      ['2023-07-20', '2025-01-01', 50000, undefined],
      ['2025-01-01', null, 60050, undefined],
    ])
    expect(values('share')).toEqual([['2024-01-01', null, 0.8, [4, 5]]])
  })

  it('fills in what a benefit leaves out: its day from the document, its source for the conditions', () => {
    const place = placeOf()
    const aid = place.benefits.find(({ id }) => id === 'nursery-aid')
    const leave = place.benefits.find(({ id }) => id === 'maternity-leave')
    expect(leave?.inForce).toEqual({ from: '2020-01-01', to: null })
    expect(aid?.conditions.map(({ source }) => source.document)).toEqual(['plan-2023', 'law', 'plan-2023'])
    expect(aid?.amount).toMatchObject({ comparator: 'exactly', rounding: { mode: 'half-up', step: 1 } })
    expect(aid?.judgedOn).toMatchObject({ kind: 'context', name: 'on' })
  })

  it('lets a pack override an inherited item that it names', () => {
    const files = smallPacks({
      '421202-xianan/conditions.yaml': '- {id: later-child, when: child.birthOrder >= 3, overrides: cn}\n',
    })
    const aid = placeOf(files).benefits.find(({ id }) => id === 'nursery-aid')
    expect(aid?.conditions[0]?.text).toBe('child.birthOrder >= 3')
  })

  it('joins named conditions by all and any', () => {
    const conditions = `- {id: both, all: [later-child, under-three]}
- {id: either, any: [both, low-income]}
`
    const files = smallPacks({
      ...changed('421202-xianan/benefits/nursery-aid.yaml', '- later-child', '- either'),
      '421202-xianan/conditions.yaml': conditions,
      '421202-xianan/examples.yaml': null,
    })
    const condition = placeOf(files).benefits.find(({ id }) => id === 'nursery-aid')?.conditions[0]
    expect(condition?.text).toBe(
      '((child.later) and (child.birthDate <= on and ageInYears(child.birthDate, on) < 3)) or (household.lowIncome)',
    )
    expect(condition?.when).toMatchObject({ kind: 'binary', operator: 'or', left: { operator: 'and' } })
  })

  it('takes the time of an exception out of the rule it replaces', () => {
    const exception = (inForce: string) =>
      smallPacks({
        '421202-xianan/benefits/local-leave.yaml': `id: local-leave
label: {zh: 产假, en: Maternity leave}
kind: service
force: entitled
subject: child
topic: child
source: {document: rule, clause: 第七条}
inForce: ${inForce}
replaces: {id: maternity-leave}
`,
      })
    const times = (inForce: string) =>
      placeOf(exception(inForce))
        .benefits.filter(({ id }) => id.startsWith('maternity-leave'))
        .map(({ id, inForce: time }) => [id, time.from, time.to])
    expect(times('{from: 2022-01-01}')).toEqual([['maternity-leave', '2020-01-01', '2022-01-01']])
    expect(times('{from: 2022-01-01, to: 2023-01-01}')).toEqual([
      ['maternity-leave', '2020-01-01', '2022-01-01'],
      ['maternity-leave-from-2023-01-01', '2023-01-01', null],
    ])
    expect(times('{from: 2019-01-01}')).toEqual([])
  })

  it('refuses a place whose lineage has errors, and gives the reasons', () => {
    const { packs } = loadPacks(
      smallPacks(changed('000000-cn/conditions.yaml', 'household.lowIncome', 'household.lowIncom')),
    )
    const { place, problems } = resolvePlace(packs, 'xianan')
    expect(place).toBeNull()
    expect(problems.map(({ file, code }) => [file, code])).toEqual([['000000-cn/conditions.yaml', 'unknown-name']])
  })

  it('knows no place it was not given', () => {
    expect(resolvePlace(loadPacks(new Map()).packs, 'nowhere')).toEqual({ place: null, procedures: [], problems: [] })
  })
})

describe('the days of maternity leave', () => {
  it('add up the segments that are rights, each by its own conditions and day', () => {
    const place = placeOf()
    const born = { 'child.birthDate': day('2022-05-01') }
    expect(maternityDays(place, { ...born, 'child.birthOrder': 1 })).toBe(98)
    expect(maternityDays(place, { ...born, 'child.birthOrder': 2 })).toBe(158)
  })

  it('follow the rules of the day of birth', () => {
    const facts = { 'child.birthOrder': 2, 'child.birthDate': day('2021-11-25') }
    expect(maternityDays(placeOf(), facts)).toBe(98)
    expect(maternityDays(placeOf(), { ...facts, 'child.birthDate': day('2021-11-26') })).toBe(158)
    expect(maternityDays(placeOf(), { ...facts, 'child.birthDate': day('2019-12-31') })).toBe(0)
  })

  it('are unknown, not less, while a fact is missing', () => {
    expect(maternityDays(placeOf(), { 'child.birthDate': day('2022-05-01') })).toBeNull()
    expect(maternityDays(placeOf(), { 'child.birthOrder': 2 })).toBeNull()
  })

  it('leave out what needs consent', () => {
    const path = '420000-hubei/benefits/more-leave.yaml'
    const place = placeOf(smallPacks(changed(path, 'force: entitled', 'force: by-consent')))
    expect(maternityDays(place, { 'child.birthDate': day('2022-05-01'), 'child.birthOrder': 2 })).toBe(98)
  })

  it('cannot be a condition of their own segment', () => {
    const path = '420000-hubei/benefits/more-leave.yaml'
    const { packs } = loadPacks(smallPacks(changed(path, 'child.birthOrder >= 2', 'child.leaveDays.maternity > 1')))
    const { problems } = resolvePlace(packs, 'hubei')
    expect(problems.map(({ code }) => code)).toEqual(['fact-cycle'])
  })
})
