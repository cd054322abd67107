import { expect, test } from 'vitest'
import { myersIndex, whippleIndex } from './age-heaping.ts'

/** Men by single age in the worked example of the US Census Bureau's spreadsheet SINGAGE (Population Analysis System). */
const singage = [
  80626, 95823, 104315, 115813, 100796, 105086, 97266, 116328, 75984, 89982, 95525, 56973, 78767, 65672, 53438, 85014,
  47600, 64363, 42195, 42262, 73221, 30080, 34391, 29072, 20531, 66171, 24029, 44227, 24128, 23599, 82088, 16454, 22628,
  17108, 12531, 57325, 17220, 28425, 16206, 17532, 65976, 11593, 15828, 13541, 8133, 44696, 11165, 18543, 12614, 12041,
  55798, 9324, 10772, 10453, 6773, 28358, 9916, 13348, 8039, 7583, 42470, 5288, 5317, 6582, 3361, 17949, 3650, 5873,
  3279, 3336, 27368, 1965, 2495, 2319, 1335, 12022, 1401, 1668, 1360, 1185, 9167, 424, 568, 462, 282, 6206, 343, 409,
  333, 291, 4137, 133, 169, 157, 89, 2068, 68, 81, 66, 57,
]

test('Whipple and Myers agree with the Census Bureau’s SINGAGE example', () => {
  expect(whippleIndex(singage) / 100).toBeCloseTo(2.34, 2)
  // SINGAGE prints the sum of absolute deviations, twice the index.
  expect(2 * myersIndex(singage).index).toBeCloseTo(47.46, 2)
})

test('a population without preference has Whipple 100 and hardly a Myers index; one wholly on fives has 500', () => {
  const even = Array.from({ length: 100 }, () => 7)
  expect(whippleIndex(even)).toBe(100)
  // SINGAGE's second sum has one decade fewer, which leaves a small remainder.
  expect(myersIndex(even).index).toBeLessThan(2)
  expect(whippleIndex(even.map((_, age) => (age % 5 === 0 ? 1 : 0)))).toBe(500)
})

test('an age that is not there is refused, not read as nought', () => {
  expect(() => whippleIndex(singage.slice(0, 40))).toThrow('age 40 is missing')
  expect(() => myersIndex(singage, [10, 85])).toThrow('multiple of ten')
})
