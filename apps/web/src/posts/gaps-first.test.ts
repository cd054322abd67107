import { expect, it } from 'vitest'
import { gapsFirst } from './gaps-first.ts'

const name = { zh: '', en: '' }
const village = (code: string, gap: boolean) => ({ code, name, posts: [], gap })
const township = (code: string, gap: number, villages: ReturnType<typeof village>[]) => ({
  code,
  name,
  posts: [],
  gap,
  villages,
})

it('puts townships without a worker first, then those with more empty villages, and empty villages first within', () => {
  const sorted = gapsFirst([
    township('1', 0, [village('11', false)]),
    township('2', 0, [village('21', false), village('22', true)]),
    township('3', 1, [village('31', false)]),
    township('4', 0, [village('41', true), village('42', true)]),
  ])
  expect(sorted.map(({ code }) => code)).toEqual(['3', '4', '2', '1'])
  expect(sorted[2]?.villages.map(({ code }) => code)).toEqual(['22', '21'])
})
