import { sumOf } from '../age-sex.ts'
import { requireLength, requireRange } from '../demography-error.ts'

/** Events per 1,000 person-years (CBR, CDR, CNMR); `personYears` is usually the mid-year population. */
export function crudeRate(events: number, personYears: number): number {
  requireRange(personYears, [Number.MIN_VALUE, Infinity], 'personYears')
  return (1000 * events) / personYears
}

/** Directly standardised rate: the area's age-specific rates in the standard's age structure, in the rates' own unit. */
export function directlyStandardised(rates: Float64Array, standard: Float64Array): number {
  requireLength(standard, rates.length, 'standard')
  return sumOf(rates.map((rate, at) => rate * (standard[at] ?? 0))) / sumOf(standard)
}

/**
 * Indirect standardisation: observed over the events expected at the standard's rates (SMR, where the events are
 * deaths). 1 means as the standard.
 */
export function standardisedRatio({
  events,
  personYears,
  standardRates,
}: {
  readonly events: number
  readonly personYears: Float64Array
  readonly standardRates: Float64Array
}): { readonly ratio: number; readonly expected: number } {
  requireLength(standardRates, personYears.length, 'standardRates')
  const expected = sumOf(personYears.map((years, at) => years * (standardRates[at] ?? 0)))
  return { ratio: events / expected, expected }
}
