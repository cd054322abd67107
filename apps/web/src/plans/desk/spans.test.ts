import { expect, test } from 'vitest'
import { spansOf } from './spans.ts'

const at = (col: number, quote: string) => ({ line: 1, col, quote })

test('a line is cut where marks begin and end, and nothing is lost', () => {
  const row = '到2025年，托位达到5个'
  const spans = spansOf(row, [
    { id: 'target-1', at: at(0, '到2025年，托位达到5个') },
    { id: 'deadline-1', at: at(0, '到2025年') },
  ])
  expect(spans).toEqual([
    { text: '到2025年', ids: ['target-1', 'deadline-1'] },
    { text: '，托位达到5个', ids: ['target-1'] },
  ])
  expect(spans.map(({ text }) => text).join('')).toBe(row)
})

test('places count code points, not halves of characters', () => {
  expect(spansOf('𠮷县补助500元', [{ id: 'benefit-1', at: at(2, '补助500元') }])).toEqual([
    { text: '𠮷县', ids: [] },
    { text: '补助500元', ids: ['benefit-1'] },
  ])
})

test('a line without marks is one stretch', () => {
  expect(spansOf('一、目标', [])).toEqual([{ text: '一、目标', ids: [] }])
})
