import { isDomainError } from '@junheng/kernel'
import { expect, test } from 'vitest'
import { readSituationFile } from './read-situation-file.ts'

const read = (text: string) => readSituationFile('-', { readInput: () => Promise.resolve(text) })

async function complaint(text: string): Promise<string> {
  try {
    await read(text)
    return ''
  } catch (error) {
    return isDomainError(error, 'usage') ? error.text.en : String(error)
  }
}

test('a byte-order mark in front is no mistake', async () => {
  expect(await read('\uFEFF{"children": []}')).toEqual({ children: [] })
})

test('what is no JSON is told by line and column, and never repeated', async () => {
  expect(await complaint('not json')).toBe('the situation is not valid JSON (line 1, column 2)')
  expect(await complaint('{"children":[\n  {"birthDate": "2024-01-01",}\n]}')).toContain('(line 2, column 30)')
  expect(await complaint('{"a": 1} x')).toContain('(line 1, column 10)')
  expect(await complaint('{"children": [{"birthDate": "2024')).toContain('it ends too early')
  expect(await complaint('')).toContain('it ends too early')
})
