import * as fc from 'fast-check'
import type { AgeSex } from '../age-sex.ts'
import type { ScheduledYear } from '../projection/year-inputs.ts'

/** Any AgeSex of ages 0..openAge with values in the range. */
export function arbitraryAgeSex(openAge: number, range: { readonly min: number; readonly max: number }) {
  const values = fc
    .array(fc.double({ ...range, noNaN: true }), { minLength: openAge + 1, maxLength: openAge + 1 })
    .map((list) => Float64Array.from(list))
  return fc.record({ male: values, female: values }) satisfies fc.Arbitrary<AgeSex>
}

/** Any year for ages 0..openAge, of impossible-looking as well as likely rates. */
export function arbitraryYear(openAge: number): fc.Arbitrary<ScheduledYear> {
  return fc.record({
    survival: arbitraryAgeSex(openAge, { min: 0, max: 1 }),
    fertility: fc
      .array(fc.double({ min: 0, max: 0.4, noNaN: true }), { minLength: 1, maxLength: openAge })
      .map((rates) => ({ fromAge: 1, rates: Float64Array.from(rates) })),
    srb: fc.double({ min: 0.9, max: 1.3, noNaN: true }),
    migration: arbitraryAgeSex(openAge, { min: -2000, max: 2000 }),
  })
}
