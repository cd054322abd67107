import { describe, expect, it } from 'vitest'
import { SourceFile } from './source-file.ts'

function read(text: string): SourceFile {
  const { file, problems } = SourceFile.read('x/y.yaml', text)
  expect(problems).toEqual([])
  if (file === null) throw new Error('unreadable')
  return file
}

describe('SourceFile', () => {
  it('keeps days, codes and yes/no as written', () => {
    expect(read('on: 2023-07-20\ndue: 12-01\nyes: no\nregion: 000000').value).toEqual({
      on: '2023-07-20',
      due: '12-01',
      yes: 'no',
      region: 0,
    })
  })

  it('finds keys, values, list entries and what is absent', () => {
    const file = read('a:\n  - {b: 1, c: "two"}\n  - 3\n')
    expect(file.position(['a', 0, 'c'])).toEqual({ line: 2, column: 15 })
    expect(file.position(['a', 0, 'c'], 'key')).toEqual({ line: 2, column: 12 })
    expect(file.position(['a', 1])).toEqual({ line: 3, column: 5 })
    expect(file.position(['a', 0, 'missing'])).toEqual({ line: 2, column: 5 })
    expect(file.position(['nothing', 'at', 'all'])).toEqual({ line: 1, column: 1 })
  })

  it('gives numbers as their author wrote them', () => {
    const file = read('a: 0.80\nb: "0.80"\n')
    expect(file.scalar(['a'])).toBe('0.80')
    expect(file.scalar(['b'])).toBe('0.80')
    expect(file.scalar(['c'])).toBeUndefined()
  })

  it('follows an alias to where the value stands', () => {
    const file = read('a: &one {b: 1}\nc: *one\n')
    expect(file.position(['c', 'b'])).toEqual({ line: 1, column: 13 })
  })

  it('does not let a key reach the prototype', () => {
    const file = read('__proto__: {polluted: true}\n')
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
    expect(Object.keys(file.value ?? {})).toEqual(['__proto__'])
  })

  it('says in both languages what is wrong with the writing, and where', () => {
    const { file, problems } = SourceFile.read('x.yaml', 'id: a\n\tlabel: b\nkind: [1, 2\n')
    expect(file).toBeNull()
    expect(problems.length).toBeGreaterThan(0)
    for (const { line, message } of problems) {
      expect(line).toBeGreaterThan(1)
      expect(message.zh).toMatch(/^YAML 写法不对：[^a-z]+$/u)
      expect(message.en).toMatch(/^YAML syntax: /u)
    }
  })
})
