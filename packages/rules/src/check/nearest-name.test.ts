import { expect, test } from 'vitest'
import { findNearestName } from './nearest-name.ts'

const names = ['child.birthDate', 'child.birthOrder', 'home.price', '孩次', '户籍地']

test.each([
  ['child.birthOrdr', 'child.birthOrder'],
  ['child.brithDate', 'child.birthDate'],
  ['Child.BirthDate', 'child.birthDate'],
  ['birthOrder', 'child.birthOrder'],
  ['household.price', 'home.price'],
  ['户藉地', '户籍地'],
  ['孩子', '孩次'],
])('%s is near %s', (written, meant) => {
  expect(findNearestName(written, names)).toBe(meant)
})

test.each(['x', '', 'somethingElse', '𠮷'])('%s is near nothing', (written) => {
  expect(findNearestName(written, names)).toBeUndefined()
})
