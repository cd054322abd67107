import { bell } from '../random/bell.ts'
import { curve } from '../random/curve.ts'
import { Picker } from '../random/picker.ts'
import type { Random } from '../random/random.ts'

const youngest = 17

/** A mother's age at a birth: first 1 … fifth and later, by the child's year of birth in steps of five years. */
const ageAtBirth: readonly (readonly Picker[])[] = Array.from({ length: 18 }, (_, step) => {
  const first = curve(
    [
      [1980, 23.4],
      [1995, 24],
      [2010, 25.6],
      [2020, 27.4],
      [2040, 28.5],
    ],
    1942 + 5 * step,
  )
  return [0, 4.2, 6.6, 8.4, 10].map(
    (later) => new Picker(bell(youngest, 47, { centre: first + later, reach: later === 0 ? 9.5 : 11 })),
  )
})

export function drawAgeAtBirth(order: number, birthYear: number, random: Random): number {
  const step = Math.max(0, Math.min(ageAtBirth.length - 1, Math.floor((birthYear - 1940) / 5)))
  const pickers = ageAtBirth[step] ?? []
  return youngest + (pickers[Math.min(order, pickers.length) - 1]?.pick(random) ?? 0)
}

/**
 * Second, and third and later, births among a year's births. Source: shares the statistics bureau and the health commission
 * gave for single years (second births 51 % in 2017, 43 % in 2020; 2022 38.9 % second and 15 % later), straight between.
 */
const secondBirths: readonly (readonly [number, number])[] = [
  [1975, 0.3],
  [1985, 0.28],
  [2000, 0.24],
  [2010, 0.31],
  [2013, 0.34],
  [2017, 0.51],
  [2020, 0.43],
  [2022, 0.389],
  [2030, 0.37],
]
const laterBirths: readonly (readonly [number, number])[] = [
  [1975, 0.3],
  [1985, 0.12],
  [2000, 0.05],
  [2010, 0.06],
  [2017, 0.07],
  [2020, 0.11],
  [2022, 0.15],
  [2030, 0.15],
]

/** Which child of its mother one is, 1 … 5, where women have `factor` times the nation's births. */
export function drawBirthOrder(birthYear: number, factor: number, random: Random): number {
  const second = curve(secondBirths, birthYear) * factor
  const later = curve(laterBirths, birthYear) * factor * factor
  const first = 1 - curve(secondBirths, birthYear) - curve(laterBirths, birthYear)
  const draw = random.unit() * (first + second + later)
  if (draw < first) return 1
  if (draw < first + second) return 2
  return random.chance(0.82) ? 3 : random.chance(0.8) ? 4 : 5
}
