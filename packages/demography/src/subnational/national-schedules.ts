import type { AgeSex, Sex } from '../age-sex.ts'
import { lifeTable } from '../life-table/life-table.ts'
import { survivalRatios } from '../life-table/survival-ratios.ts'
import type { AgeSchedule } from '../rates/fertility.ts'
import { singleAgeFertility } from '../schedules/single-age-fertility.ts'
import { scaleToLifeExpectancy, singleAgeMortality } from '../schedules/single-age-mortality.ts'
import { survivalResponse, type SurvivalResponse } from '../stochastic/survival-response.ts'
import { chinaWpp2024 } from './china-wpp2024.ts'

/** The nation's rates in one year, by single age 0..100+. */
export interface NationalYear {
  readonly year: number
  readonly tfr: number
  readonly srb: number
  /** Rates that sum to 1. */
  readonly pattern: AgeSchedule
  readonly mx: AgeSex
  readonly survival: AgeSex
  readonly response: SurvivalResponse
}

/** National rates of the years [from, to), within 2020–2100; the same for every county, so made once. */
export function nationalSchedules(from: number, to: number): readonly NationalYear[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => nationalYear(from + at))
}

function nationalYear(year: number): NationalYear {
  const at = year - chinaWpp2024.firstYear
  const figure = (series: readonly number[]): number => {
    const value = series[at]
    if (value === undefined) throw new RangeError(`no national figure for ${year}: 2020 to 2100`)
    return value
  }
  const bySex = (make: (sex: Sex) => Float64Array): AgeSex => ({
    male: make('male'),
    female: make('female'),
  })
  const mx = bySex((sex) =>
    scaleToLifeExpectancy(mortalityPattern(year, sex), { e0: figure(chinaWpp2024.e0[sex]), sex }),
  )
  const survival = bySex((sex) => survivalRatios(lifeTable({ mx: mx[sex], sex })))
  return {
    year,
    tfr: figure(chinaWpp2024.tfr),
    srb: figure(chinaWpp2024.srb),
    pattern: singleAgeFertility({ tfr: 1, shares: fertilityShares(year), fromAge: 10 }),
    mx,
    survival,
    response: survivalResponse(mx),
  }
}

const mortalityAges = [0, 1, ...Array.from({ length: 20 }, (_, at) => 5 + 5 * at)]

function mortalityPattern(year: number, sex: Sex): Float64Array {
  const [early, late, weight] = between(chinaWpp2024.mortality, year)
  const mx = early[sex].map((rate, at) =>
    Math.exp((1 - weight) * Math.log(rate) + weight * Math.log(late[sex][at] ?? rate)),
  )
  return singleAgeMortality(mortalityAges, Float64Array.from(mx))
}

function fertilityShares(year: number): readonly number[] {
  const [early, late, weight] = between(chinaWpp2024.fertilityShares, year)
  return early.percent.map((share, at) => (1 - weight) * share + weight * (late.percent[at] ?? share))
}

/** The two entries around a year and how far it lies towards the later one; the ends hold beyond them. */
function between<T extends { readonly year: number }>(entries: readonly T[], year: number): readonly [T, T, number] {
  const after = entries.findIndex((entry) => entry.year >= year)
  const late = entries[after < 0 ? entries.length - 1 : after]
  const early = after < 0 ? late : entries[Math.max(0, after - 1)]
  if (late === undefined || early === undefined) throw new RangeError('no entries')
  return [early, late, late === early ? 0 : (year - early.year) / (late.year - early.year)]
}
