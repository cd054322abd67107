import { expect, it } from 'vitest'
import { emptyBirth, emptyChild, missingIn, noticesOf } from './notice.ts'

const typed = {
  ...emptyBirth(),
  date: '2026-03-02',
  mother: { name: ' 李静 ', identityNumber: '42120219960101002x', person: null },
  children: [{ ...emptyChild(), sex: 'female' as const, record: 'F-1', weight: '3200' }],
}

it('names exactly what is missing, of which child', () => {
  expect(missingIn(emptyBirth()).map(({ at, field }) => `${at ?? '-'} ${field}`)).toEqual([
    '- name',
    '- date',
    '0 sex',
    '0 record',
  ])
  expect(missingIn(typed)).toEqual([])
  expect(missingIn({ ...typed, where: 'outside', children: [{ ...emptyChild(), sex: 'male' }] })).toEqual([])
})

it('makes one notice a child, each with its own id, and leaves out what is not known', () => {
  const children = [...typed.children, { ...emptyChild(), sex: 'male' as const, record: 'F-2' }]
  const notices = noticesOf({ ...typed, children })
  expect(notices.map(({ child }) => [child.order, child.of])).toEqual([
    [1, 2],
    [2, 2],
  ])
  expect(new Set(notices.map(({ id }) => id)).size).toBe(2)
  expect(notices[0]).toMatchObject({
    mother: { name: '李静', identityNumber: '42120219960101002X' },
    father: null,
    child: { weightGrams: 3200, birthTime: null },
  })
})
