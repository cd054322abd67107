import { expect, test } from 'vitest'
import { clauseWords } from './clause-words.ts'

test('a clause is named as its document numbers it', () => {
  expect(clauseWords('二/(三)/7')).toBe('二（三）7')
  expect(clauseWords('四/11')).toBe('四、11')
  expect(clauseWords('四/(十)')).toBe('四（十）')
  expect(clauseWords('附件/三')).toBe('附件三')
  expect(clauseWords('第十九条')).toBe('第十九条')
})

test('the letter of a part in one file is not shown', () => {
  expect(clauseWords('B/二/(四)/20')).toBe('二（四）20')
})
