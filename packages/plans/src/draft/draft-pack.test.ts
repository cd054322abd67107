import { checkPacks, loadPacks } from '@junheng/packs'
import { describe, expect, test } from 'vitest'
import { readPlan } from '../read-plan.ts'
import { fixtures } from '../testing/fixtures.ts'
import { draftPack, unknownRegion } from './draft-pack.ts'

const everyDay = { isWorkday: () => true, isStatutoryHoliday: () => false, firstYear: 1990, lastYear: 2100 }

describe.each(fixtures)('the draft pack of $name', ({ text }) => {
  const outline = readPlan(text)
  const files = draftPack(outline, { id: 'draft', region: unknownRegion, parent: null })
  const yaml = new Map([...files].filter(([path]) => path.endsWith('.yaml')))

  test('loads and passes the check', () => {
    expect(loadPacks(yaml).problems).toEqual([])
    const { problems } = checkPacks(yaml, everyDay)
    const open = outline.benefits.length === 0 ? ['too-few-examples'] : []
    expect(problems.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual(open)
  })

  test('cites every section, target, duty and benefit that was read', () => {
    const pack = loadPacks(yaml).packs.get('draft')
    expect(pack?.clauses.map(({ data }) => data.path)).toEqual([...new Set(outline.sections.map(({ path }) => path))])
    expect(pack?.benefits).toHaveLength(outline.benefits.length)
    expect(pack?.duties).toHaveLength(outline.deadlines.length + outline.recurrent.length)
  })

  test('lists every doubt as an open question', () => {
    const questions = [...files].find(([path]) => path.endsWith('OPEN-QUESTIONS.md'))?.[1] ?? ''
    for (const { what } of outline.doubts) expect(questions).toContain(what.zh)
  })
})

test('a date the plan does not give is left open, not invented', () => {
  const files = draftPack(readPlan('某县方案\n一、任务\n（一）补贴。一次性补助500元。'), {
    id: 'draft',
    region: 421202,
    parent: null,
  })
  expect(files.get('421202-draft/pack.yaml')).toContain('issued: null')
  expect(files.get('421202-draft/benefits/plan-benefit-01.yaml')).not.toContain('inForce')
  expect(files.get('421202-draft/OPEN-QUESTIONS.md')).toContain('没有写发文日期')
})
