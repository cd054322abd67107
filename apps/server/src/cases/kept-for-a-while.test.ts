import { expect, it } from 'vitest'
import { KeptForAWhile } from './kept-for-a-while.ts'

function scene() {
  const clock = { now: 0 }
  let found = 0
  const kept = new KeptForAWhile<number>(() => clock.now)
  const find = async (took: number) => {
    clock.now += took
    return ++found
  }
  return { clock, ask: (took: number, key = 'county') => kept.get(key, () => find(took)) }
}

it('keeps an answer for twenty times as long as it took to find', async () => {
  const { clock, ask } = scene()
  expect(await ask(100)).toBe(1)
  clock.now += 1999
  expect(await ask(100)).toBe(1)
  clock.now += 1
  expect(await ask(100)).toBe(2)
})

it('keeps none longer than a minute, and none that cost nothing', async () => {
  const { clock, ask } = scene()
  expect(await ask(10_000)).toBe(1)
  clock.now += 60_000
  expect(await ask(0)).toBe(2)
  expect(await ask(0)).toBe(3)
})

it('lets those who ask at once wait for one finding, each county for its own', async () => {
  const { ask } = scene()
  expect(await Promise.all([ask(10), ask(10), ask(10, 'other')])).toEqual([1, 1, 2])
})

it('forgets what could not be found', async () => {
  const kept = new KeptForAWhile<number>()
  await expect(kept.get('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await kept.get('a', async () => 1)).toBe(1)
})
