import { expect, test } from 'vitest'
import { ageRatioScore, ageSexAccuracy } from './age-sex-accuracy.ts'

/** The worked example of the US Census Bureau's spreadsheet AGESEX; its printed results are the expected values. */
const thousandMen = [4677, 4135, 3825, 3647, 3247, 2802, 2409, 2212, 1786, 1505, 1390, 984, 745, 537, 346, 335]
const thousandWomen = [4544, 4042, 3735, 3647, 3309, 2793, 2353, 2112, 1691, 1409, 1241, 887, 697, 525, 348, 366]

test('the UN age-sex accuracy index and its parts agree with AGESEX', () => {
  const accuracy = ageSexAccuracy(thousandMen, thousandWomen)
  expect(accuracy.sexRatioScore).toBeCloseTo(2.249, 3)
  expect(accuracy.maleAgeRatioScore).toBeCloseTo(3.907, 3)
  expect(accuracy.femaleAgeRatioScore).toBeCloseTo(3.655, 3)
  expect(accuracy.index).toBeCloseTo(14.308, 3)
})

test('a straight line has no age ratio error', () => {
  expect(ageRatioScore([100, 90, 80, 70, 60])).toBe(0)
})
