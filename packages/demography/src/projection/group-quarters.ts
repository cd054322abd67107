import { sexes, type AgeSex } from '../age-sex.ts'
import { demographyError } from '../demography-error.ts'

/**
 * The people outside group quarters. Throws `range` where more are said to live in group quarters than live there.
 */
export function withoutQuarters(all: AgeSex, quarters: AgeSex | undefined): AgeSex {
  if (quarters === undefined) return all
  for (const sex of sexes) {
    const short = all[sex].findIndex((count, age) => count < (quarters[sex][age] ?? 0))
    if (short < 0) continue
    throw demographyError('range', {
      zh: `${short} 岁集体户人口多于总人口`,
      en: `group quarters at age ${short} (${sex}) exceed the whole population`,
    })
  }
  return combine(all, quarters, -1)
}

/** Households and group quarters together. */
export function withQuarters(households: AgeSex, quarters: AgeSex | undefined): AgeSex {
  return quarters === undefined ? households : combine(households, quarters, 1)
}

function combine(some: AgeSex, others: AgeSex, sign: 1 | -1): AgeSex {
  const sum = (sex: 'male' | 'female'): Float64Array =>
    some[sex].map((count, age) => count + sign * (others[sex][age] ?? 0))
  return { male: sum('male'), female: sum('female') }
}
