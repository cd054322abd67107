import { expect, it } from 'vitest'
import { keepQueue, nextInQueue } from './queue-store.ts'

it('leads from case to case in the order of the queue, each once', () => {
  keepQueue(['a', 'b', 'a', 'c'])
  expect(nextInQueue('a')).toEqual({ caseId: 'b', left: 2 })
  expect(nextInQueue('c')).toBeNull()
  expect(nextInQueue('x')).toBeNull()
})
