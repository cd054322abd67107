import { anything, assert, integer, property } from 'fast-check'
import { expect, it } from 'vitest'
import { messageAt, messagesElsewhere, readProblem } from './refused.ts'

const body = {
  type: '/problems/rejected',
  title: '没有登记',
  detail: '逐条改正后再提交。',
  errors: [
    { path: 'command.birthDate', message: '没有这一天' },
    { path: 'command', message: '不在您负责的乡镇范围内' },
  ],
}

it('keeps the code, the words, and each message at its field', () => {
  const problem = readProblem(422, body)
  expect(problem).toMatchObject({ code: 'rejected', status: 422, title: '没有登记' })
  expect(messageAt(problem, 'birthDate')).toBe('没有这一天')
  expect(messageAt(problem, 'Date')).toBeNull()
  expect(messageAt(null, 'birthDate')).toBeNull()
  expect(messagesElsewhere(problem, ['birthDate'])).toEqual(['不在您负责的乡镇范围内'])
})

it('reads whatever a proxy or a broken service sends instead', () => {
  assert(
    property(integer(), anything(), anything(), (status, whole, errors) => {
      for (const sent of [whole, { errors }, { type: whole, errors: [errors] }]) {
        const problem = readProblem(status, sent)
        expect(typeof problem.title).toBe('string')
        for (const { message } of problem.errors) expect(typeof message).toBe('string')
      }
    }),
  )
})
