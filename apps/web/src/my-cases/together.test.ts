import { expect, it } from 'vitest'
import { bornWith, offeredWith } from './together.ts'

const line = (id: string, order: number, more: object = {}) => ({
  id,
  status: 'offered',
  loss: 'none' as const,
  together: { on: '2026-01-15', of: 2, order },
  ...more,
})

it('confirms twins in one go, in the order of birth, from either of them', () => {
  const [first, second] = [line('a', 1), line('b', 2)]
  const alone = { ...line('c', 1), together: null }
  const all = [second, alone, first]
  expect(offeredWith(second, all).map(({ id }) => id)).toEqual(['a', 'b'])
  expect(offeredWith(alone, all).map(({ id }) => id)).toEqual(['c'])
})

it('leaves out a twin that was confirmed before, one that was lost, and another birth', () => {
  const one = line('a', 1)
  const confirmed = line('b', 2, { status: 'running' })
  const lost = line('b', 2, { loss: 'stillbirth' as const })
  const other = line('b', 2, { together: { on: '2027-03-01', of: 2, order: 2 } })
  for (const second of [confirmed, lost, other]) expect(offeredWith(one, [one, second])).toEqual([one])
  expect(bornWith(one, [one, confirmed])).toEqual([confirmed])
  expect(bornWith(one, [one, other])).toEqual([])
})
