import { describe, expect, it } from 'vitest'
import { loadPacks } from '../load/load-packs.ts'
import { resolvePlace } from '../resolve/resolve-place.ts'
import { problemsOf, reportLines } from '../testing/report-lines.ts'
import { changed, smallPacks } from '../testing/small-packs.ts'

const national = '000000-cn/procedures/birth.yaml'
const local = '421202-xianan/procedures/birth-here.yaml'
const cases = '421202-xianan/cases.yaml'

const report = (path: string, from: string, to: string) => reportLines(smallPacks(changed(path, from, to)))

function proceduresOf(id: string) {
  return resolvePlace(loadPacks(smallPacks()).packs, id).procedures
}

describe('procedures of a place', () => {
  it('are those of the nation with what the place changes, by the days it holds', () => {
    const days = (id: string) =>
      proceduresOf(id).map(({ inForce, items }) => [inForce.from, inForce.to, items.map((item) => item.id)])
    expect(days('hubei')).toEqual([['2020-01-01', null, ['certificate', 'register', 'gift']]])
    expect(days('xianan')).toEqual([
      ['2020-01-01', '2024-01-01', ['certificate', 'register', 'gift']],
      ['2024-01-01', null, ['certificate', 'register']],
    ])
    const [, register] = proceduresOf('xianan')[1]?.items ?? []
    expect(register).toMatchObject({
      unit: 'police',
      needs: [{ kind: 'item', item: 'certificate', outcome: 'done' }],
      clocks: [{ limit: 1, source: { document: 'plan-2023' } }],
    })
  })

  it('carry the fields they name, derived ones with their definition', () => {
    const [procedure] = proceduresOf('hubei')
    expect(procedure?.fields.map(({ name }) => name)).toEqual([
      'child.later',
      'child.birthOrder',
      'child.birthDate',
      'child.name',
      'child.certificate',
    ])
    expect(Object.keys(procedure?.derived ?? {})).toEqual(['child.later'])
  })

  it('are sound in the small packs, whose place knows their names', () => {
    expect(reportLines(smallPacks())).toEqual([])
    expect(resolvePlace(loadPacks(smallPacks()).packs, 'xianan').place?.procedures).toEqual([
      { id: 'birth', label: { zh: '出生登记', en: 'Registering a birth' } },
    ])
  })

  it('are reported at the line that is wrong', () => {
    expect(report(national, 'needs: [certificate]', 'needs: [certificat]')).toContain(`${national}:25:13 unknown-item`)
    expect(report(national, 'unit: hospital', 'unit: navy')).toContain(`${national}:18:11 unknown-unit`)
    expect(report(national, 'from: ready, ', '')).toContain(`${national}:27:9 clock-without-start`)
    expect(report(national, 'when: child.later', 'when: child.latest')).toContain(`${national}:32:11 unknown-name`)
    expect(report(national, 'when: child.later', 'when: child.delivery = "natural"')).toContain(
      `${national}:32:11 never-known`,
    )
    expect(report(national, 'produces: [child.certificate]', 'needs: [register]')).toContain(
      `${national}:20:12 need-cycle`,
    )
    expect(report(national, '第三条', '""')).toContain(`${national}:24:37 too-small`)
    expect(report(national, 'subject: child', 'subject: cat')).toContain(`${national}:3:10 unknown-subject`)
    expect(report(local, 'id: register', 'id: registre')).toContain(`${local}:6:9 missing-key`)
    expect(report(local, 'amends: birth', 'amends: brith')).toContain(`${local}:2:9 unknown-procedure`)
    expect(report(local, '{id: answer, limit', '{id: answer, pauses: [rain], limit')).toContain(
      `${local}:8:31 unknown-pause`,
    )
  })

  it('say at their own line what is sent or recorded wrongly', () => {
    const sends = (written: string) => report(national, 'unit: hospital', `unit: hospital\n    sends: ${written}`)
    const at = `${national}:19:13`
    expect(sends('[child.name, child.birthDate]')).toEqual([])
    expect(sends('[child.nmae]')).toEqual([`${at} unknown-name`])
    expect(sends('[child.delivery]')).toContain(`${at} never-known`)
    expect(sends('[child.birthOrder]')).toEqual([`${at} no-category`])
    expect(sends('[child.certificate]')).toEqual([`${at} not-for-this-unit`])
    expect(sends('[{field: child.name, source: {document: lwa, clause: 第二条}}]')).toEqual([
      `${national}:19:52 unknown-document`,
    ])
    const records = (written: string) =>
      report(national, '    unit: hospital', `    unit: hospital\n    records:\n      - {${written}}`)
    const fact = 'command: state-fact, person: child, attribute: name'
    expect(records(`${fact}, value: child.name, from: answer`)).toEqual([])
    expect(records(`${fact}, value: child.name`)).toEqual([`${national}:20:9 missing-key`])
    expect(records(`${fact}, value: child.birthDate, from: answer`)).toEqual([`${national}:20:70 wrong-field-type`])
    expect(records(`${fact}, value: child.delivery, from: answer`)).toEqual([`${national}:20:70 never-known`])
    expect(records(`command: state-fact, person: child, attribute: nmae, value: child.name, from: answer`)).toEqual([
      `${national}:20:57 unknown-value`,
    ])
  })

  it('are part of the coverage of the plan, both ways', () => {
    const plan = '421202-xianan/plan.yaml'
    expect(report(plan, 'by: [birth]', 'by: [nursery-aid]')).toContain(`${local}:1:5 uncovered`)
    expect(report(plan, 'by: [birth]', 'by: [brith]')).toContain(`${plan}:13:66 unknown-carrier`)
  })
})

describe('schedules of a place', () => {
  const path = '000000-cn/schedules.yaml'
  const text = `- id: vaccines
  kind: vaccine
  label: {zh: 疫苗, en: vaccines}
  source: {document: law, clause: 第一条}
  stops: {death: at-once}
  steps:
    - {id: one, label: {zh: 一, en: one}, from: {months: 1}}
    - {id: two, label: {zh: 二, en: two}, from: {months: 2}, after: {step: one, by: {days: 28}}}
`

  it('are read and inherited', () => {
    const { place } = resolvePlace(loadPacks(smallPacks({ [path]: text })).packs, 'xianan')
    expect(place?.schedules[0]).toMatchObject({
      stops: { death: 'at-once', movedAway: null },
      steps: [{ from: { count: 1, unit: 'months' } }, { after: { step: 'one', span: { count: 28, unit: 'days' } } }],
    })
  })

  it('name a step that waits for no earlier one', () => {
    const wrong = (from: string, to: string) => reportLines(smallPacks({ [path]: text.replace(from, to) }))
    expect(wrong('step: one', 'step: oen')).toEqual([`${path}:8:75 unknown-step`])
    expect(wrong('id: two', 'id: one')).toEqual([`${path}:8:12 duplicate-id`])
  })
})

describe('worked cases', () => {
  it('are run, and say at their own line what differs', () => {
    expect(report(cases, 'register/answer: 2024-03-07', 'register/answer: 2024-03-08')).toEqual([
      `${cases}:13:28 case-differs`,
    ])
    expect(report(cases, 'gift: absent', 'gift: done')).toEqual([`${cases}:12:57 case-differs`])
    expect(report(cases, ', turnedDown: [missing-field]', '')).toEqual([`${cases}:5:7 case-step`])
    expect(report(cases, 'procedure: birth', 'procedure: brith')).toEqual([`${cases}:2:14 unknown-procedure`])
  })

  it('tell why a step was turned down', () => {
    const [problem] = problemsOf(smallPacks(changed(cases, 'child.name: 安安', 'child.name: "1"')))
    expect(problem?.message.zh).toContain('姓名')
  })
})
