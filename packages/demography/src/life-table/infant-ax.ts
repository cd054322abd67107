import type { Sex } from '../age-sex.ts'

/** Which rule gives a0, the mean years lived in the first year by those who die in it. */
export type InfantRule = 'andreev-kingkade' | 'coale-demeny'

/** Straight pieces a0 = intercept + slope·m0, each up to its m0. Andreev and Kingkade 2015, Demographic Research 33(13). */
const andreevKingkade = {
  male: [
    [0.023, 0.14929, -1.99545],
    [0.08307, 0.02832, 3.26021],
    [Infinity, 0.29915, 0],
  ],
  female: [
    [0.01724, 0.14903, -2.05527],
    [0.06891, 0.04667, 3.88089],
    [Infinity, 0.31411, 0],
  ],
} as const

/** Coale–Demeny West, from Preston, Heuveline and Guillot 2001, table 3.3: [from m0 = 0.107 on, intercept, slope]. */
const coaleDemeny = {
  a0: { male: [0.33, 0.045, 2.684], female: [0.35, 0.053, 2.8] },
  a1: { male: [1.352, 1.651, -2.816], female: [1.361, 1.522, -1.518] },
} as const

/** a0 in years from m0, the central death rate of age 0 per person-year. */
export function infantAx(m0: number, { sex, rule }: { readonly sex: Sex; readonly rule: InfantRule }): number {
  if (rule === 'coale-demeny') return coaleDemenyLine(coaleDemeny.a0[sex], m0)
  for (const [upTo, intercept, slope] of andreevKingkade[sex]) if (m0 < upTo) return intercept + slope * m0
  return andreevKingkade[sex][2][1]
}

/** 4a1 in years, for ages 1 to 4 of an abridged table, from m0 by the Coale–Demeny West relation. */
export function earlyChildhoodAx(m0: number, sex: Sex): number {
  return coaleDemenyLine(coaleDemeny.a1[sex], m0)
}

function coaleDemenyLine([high, intercept, slope]: readonly [number, number, number], m0: number): number {
  return m0 >= 0.107 ? high : intercept + slope * m0
}
