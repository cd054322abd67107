import { describe, expect, test } from 'vitest'
import { f1, scoreOutline } from './evaluate/score.ts'
import { readPlan } from './read-plan.ts'
import { fixtures } from './testing/fixtures.ts'

describe.each(fixtures)('the plan of $name', ({ text, truth }) => {
  const outline = readPlan(text)
  const scores = scoreOutline(outline, truth).filter(({ kind }) => kind !== 'cites')

  test.each(scores)('has its $kind read in full and nothing else', (score) => {
    expect({ missed: score.missed, extra: score.extra }).toEqual({ missed: [], extra: [] })
    expect(f1(score)).toBe(1)
  })

  test('leaves no number without a meaning or a reason', () => {
    expect(outline.other.filter(({ doubt }) => doubt !== undefined)).toEqual([])
  })
})

test('units named once for all measures stand apart', () => {
  const plan = fixtures.find(({ name }) => name === 'ula-banner')
  expect(readPlan(plan?.text ?? '').documentUnits.joint).toEqual(['各苏木镇人民政府', '各园区管委会', '各景区管委会'])
})

test('an empty text is an outline with nothing in it', () => {
  const outline = readPlan('')
  expect(outline.sections).toEqual([])
  expect(outline.title).toBeNull()
})
