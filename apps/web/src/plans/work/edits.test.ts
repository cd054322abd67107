import { draftPack, readPlan } from '@junheng/plans'
import { describe, expect, test } from 'vitest'
import {
  changeItem,
  changeKind,
  changeSection,
  confirmSection,
  dropItem,
  mergeSection,
  settleDoubt,
  splitSection,
} from './edits.ts'
import { begin, redo, step, undo } from './history.ts'
import { toOutline } from './to-outline.ts'
import { itemsOf, startWork } from './work.ts'

const text = [
  '某县生育支持方案',
  '一、任务',
  '1.发放补贴。一次性补助3000元。（责任单位：县卫健局）',
  '建设托育机构5家。（责任单位：县发改局）',
  '2.加强监管。定期检查。（责任单位：县市监局）',
].join('\n')
const work = startWork('方案.txt', text, readPlan(text))
const second = work.sections[1]?.id ?? ''
const third = work.sections[2]?.id ?? ''

describe('a section', () => {
  test('splits at a line: text, units and figures go where they stand', () => {
    const split = splitSection(work, second, 4)
    expect(
      split.sections.map(({ section }) => [section.path, section.line, section.lastLine, section.units.joint]),
    ).toEqual([
      ['一', 2, 2, []],
      ['一/1', 3, 3, ['县卫健局']],
      ['一/1-2', 4, 4, ['县发改局']],
      ['一/2', 5, 5, ['县市监局']],
    ])
    expect(itemsOf(split, '一/1').map(({ kind }) => kind)).toEqual(['benefit'])
    expect(itemsOf(split, '一/1-2').map(({ kind }) => kind)).toEqual(['target'])
  })

  test('does not split at its first line or outside', () => {
    expect(splitSection(work, second, 3)).toBe(work)
    expect(splitSection(work, second, 5)).toBe(work)
  })

  test('merges with the one before it', () => {
    const merged = mergeSection(work, third)
    expect(merged.sections).toHaveLength(2)
    expect(merged.sections[1]?.section.units.joint).toEqual(['县卫健局', '县发改局', '县市监局'])
    expect(itemsOf(merged, '一/1')).toHaveLength(3)
    expect(mergeSection(work, work.sections[0]?.id ?? '')).toBe(work)
  })

  test('split and merged is as before, but for the mark that it was changed', () => {
    const back = mergeSection(splitSection(work, second, 4), `${second}-一/1-2`)
    expect(back.sections.map(({ section }) => section.units)).toEqual(work.sections.map(({ section }) => section.units))
    expect(back.items.map(({ data }) => data)).toEqual(work.items.map(({ data }) => data))
  })

  test('confirmed settles its figures and its doubts', () => {
    const done = confirmSection(work, second)
    expect(itemsOf(done, '一/1').every(({ looked }) => looked === 'confirmed')).toBe(true)
    expect(done.doubts.filter(({ doubt }) => doubt.section === '一/1').every((doubt) => doubt.done)).toBe(true)
  })
})

describe('a figure', () => {
  test('is corrected, dropped, or made another kind', () => {
    expect(changeItem(work, 'benefit-1', { amount: 5000 }).items.find(({ id }) => id === 'benefit-1')).toMatchObject({
      looked: 'changed',
      data: { amount: 5000, unit: '元' },
    })
    expect(dropItem(work, 'target-1').items.some(({ id }) => id === 'target-1')).toBe(false)
    expect(changeKind(work, 'target-1', 'benefit').items.find(({ id }) => id === 'target-1')).toMatchObject({
      kind: 'benefit',
      data: { amount: 5, unit: '家' },
    })
  })
})

describe('undo', () => {
  test('goes back and forth, and a new step forgets what was undone', () => {
    const one = step(begin(work), changeSection(work, second, { heading: '甲' }))
    const two = step(one, changeSection(one.present, second, { heading: '乙' }))
    expect(undo(two).present).toBe(one.present)
    expect(redo(undo(two)).present).toBe(two.present)
    expect(step(undo(two), work).future).toEqual([])
    expect(undo(begin(work)).present).toBe(work)
  })
})

test('the draft pack is of the plan as it stands on the desk', () => {
  const edited = changeItem(changeSection(work, second, { heading: '发钱' }), 'benefit-1', { amount: 5000 })
  const settled = edited.doubts.reduce((now, { id }) => settleDoubt(now, id, true), edited)
  const files = draftPack(toOutline(settled), { id: 'draft', region: 421202, parent: 'cn' })
  expect(files.get('421202-draft/plan.yaml')).toContain('heading: 发钱')
  expect(files.get('421202-draft/parameters.yaml')).toContain('value: 5000')
  expect(files.get('421202-draft/OPEN-QUESTIONS.md')).toContain('疑问的地方（0）')
})
