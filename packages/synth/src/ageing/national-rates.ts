import { curve } from '../random/curve.ts'
import { fertilityFigures, sexRatios, survivalFigures, totalFertility } from './generated/national-figures.ts'

/** The nation's rates of one year. */
export interface NationalRates {
  /** Share that survives to the age reached within the year; 0 is the newborn, 100 the open age. */
  readonly survival: { readonly male: readonly number[]; readonly female: readonly number[] }
  /** Births a year by a woman of age 15..54. */
  readonly fertility: readonly number[]
  /** Boys per girl at birth. */
  readonly sexRatio: number
}

const firstYear = 2020
export const firstFertileAge = 15

/** WPP 2024 medium for a year from 2020 to 2061. */
export function nationalRates(year: number): NationalRates {
  const tfr = totalFertility[year - firstYear] ?? 0
  const between = (figures: readonly { readonly year: number }[], value: (at: number) => number) =>
    curve(
      figures.map((figure, at) => [figure.year, value(at)] as const),
      year,
    )
  const survival = (sex: 'male' | 'female') =>
    (survivalFigures[0]?.[sex] ?? []).map((_, age) =>
      between(survivalFigures, (at) => survivalFigures[at]?.[sex][age] ?? 0),
    )
  return {
    survival: { male: survival('male'), female: survival('female') },
    fertility: (fertilityFigures[0]?.rates ?? []).map(
      (_, age) => tfr * between(fertilityFigures, (at) => fertilityFigures[at]?.rates[age] ?? 0),
    ),
    sexRatio: sexRatios[year - firstYear] ?? 1.06,
  }
}
