/** What the census of 1 November 2020 says of one county; persons unless another unit is named. */
export interface CountyCensus {
  /** Six digits; development zones of the census have codes that GB/T 2260 lacks. */
  readonly code: number
  readonly name: string
  /** By age group 0, 1–4, 5–9 … 80–84, 85 and over: 19 counts a sex. */
  readonly male: readonly number[]
  readonly female: readonly number[]
  readonly urban: number
  /** Percent of the population. */
  readonly minorityPercent: number
  /** Family households (家庭户), and the persons in them; the others live in collective households (集体户). */
  readonly families: number
  readonly familyPersons: number
  readonly onePersonFamilies: number
  /** Families of one, two, three, and four or more generations; one-person families are of one. */
  readonly generations: readonly [number, number, number, number]
  /** Of the long form's tenth of the population: aged 15 and over, and never married, of each sex. */
  readonly adults: BySex
  readonly neverMarried: BySex
  /** Mean live births of women 15–64. */
  readonly birthsPerWoman: number
  /** Registered in another county of the province, and in another province. */
  readonly fromProvince: number
  readonly fromElsewhere: number
}

export interface BySex {
  readonly male: number
  readonly female: number
}

/** First age of each group. */
export const groupStarts: readonly number[] = [0, 1, ...Array.from({ length: 17 }, (_, at) => 5 + 5 * at)]

/** 1 November 2020 as a day number. */
export const censusDay = 18_567

export function populationOf({ male, female }: Pick<CountyCensus, 'male' | 'female'>): number {
  return sum(male) + sum(female)
}

export function sum(values: Iterable<number>): number {
  let total = 0
  for (const value of values) total += value
  return total
}
