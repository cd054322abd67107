import { ageInMonths, ageInYears, civilOf, dayNumberOf } from '@junheng/kernel'

/**
 * The last day of birth with which a person is at least `age` old on `on` (both day numbers; age in completed
 * years or months). So `age >= n` is `birth <= threshold`, which costs one comparison of integers.
 */
export function birthThreshold({ unit, age, on }: { unit: 'years' | 'months'; age: number; on: number }): number {
  const ageOf = unit === 'years' ? ageInYears : ageInMonths
  const { year, month, day } = civilOf(on)
  const months = year * 12 + month - 1 - (unit === 'years' ? age * 12 : age)
  const targetYear = Math.floor(months / 12)
  let birth = dayNumberOf(targetYear, months - targetYear * 12 + 1, day)
  // The guess is off by a few days at most, at month ends and leap days; the law of the kernel decides.
  while (ageOf(birth, on) < age) birth -= 1
  while (ageOf(birth + 1, on) >= age) birth += 1
  return birth
}
