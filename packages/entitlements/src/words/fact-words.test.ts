import { describe, expect, test } from 'vitest'
import type { FactInfo } from '../place.ts'
import { indexOf } from '../place-index.ts'
import { samplePlace } from '../testing/sample-place.ts'
import { factWords } from './fact-words.ts'

function words(label: string, { name = 'child.told', count = 1 }: { name?: string; count?: number } = {}) {
  const table = name.startsWith('child.') ? 'children' : null
  const fact: FactInfo = { ...nursery(), name, table, label: { zh: label, en: 'told' } }
  const index = indexOf({ ...samplePlace, facts: [...samplePlace.facts, fact] })
  return factWords(name, { index, row: table === null ? null : 1, count }).zh
}

function nursery(): FactInfo {
  const fact = samplePlace.facts.find(({ name }) => name === 'child.nursery.enrolled')
  if (fact === undefined) throw new Error('the sample place knows no nursery')
  return fact
}

describe('a yes-or-no fact as one asks for it', () => {
  test('whose it is stands before 是否', () => {
    expect(words('已入托')).toBe('孩子是否已入托')
    expect(words('已入托', { count: 2 })).toBe('第 2 个孩子是否已入托')
  })

  test('a label with a subject of its own keeps it', () => {
    expect(words('母亲在单位上班', { name: 'mother.told' })).toBe('母亲是否在单位上班')
    expect(words('托育机构已登记备案')).toBe('孩子的托育机构是否已登记备案')
    expect(words('孩子持有残疾人证', { name: 'mother.told' })).toBe('孩子是否持有残疾人证')
  })

  test('the owner is not said twice, nor 是', () => {
    expect(words('孩子在上学', { count: 2 })).toBe('第 2 个孩子是否在上学')
    expect(words('是第二次申请', { name: 'mother.told' })).toBe('是否第二次申请')
  })
})
