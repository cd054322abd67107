import { describe, expect, test } from 'vitest'
import { runTckCase } from './run-tck.ts'
import { tck } from './tck-case.ts'
import { tckReport } from './tck-report.ts'

describe('the public DMN TCK, as far as it falls in the subset', () => {
  test(`all ${tck.agreeing.length} cases of our list give the value the suite expects`, () => {
    const wrong = tck.agreeing
      .map((item) => ({ id: item.id, outcome: runTckCase(item), expected: item.expected }))
      .filter(({ outcome, expected }) => !('value' in outcome) || outcome.value !== expected)
    expect(wrong).toEqual([])
    expect(tck.agreeing.length).toBeGreaterThan(300)
  })

  test('what FEEL lets pass with a null or a guess is refused with the finding we list', () => {
    const wrong = tck.refused
      .map((item) => ({ id: item.id, outcome: runTckCase(item), expected: { refused: item.code } }))
      .filter(({ outcome, expected }) => JSON.stringify(outcome) !== JSON.stringify(expected))
    expect(wrong).toEqual([])
  })

  test('each deliberate difference is still the one we document', () => {
    for (const item of tck.different) {
      expect(runTckCase(item), item.id).toEqual({ value: item.ours })
      expect(item.ours).not.toBe(item.feel)
    }
  })

  test('no case is listed twice', () => {
    const ids = [...tck.agreeing, ...tck.refused, ...tck.different].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('docs/rules-tck.md publishes these numbers', async () => {
    await expect(tckReport()).toMatchFileSnapshot('../../../../docs/rules-tck.md')
  })
})
