import type { Sex } from '../age-sex.ts'
import { requireLength } from '../demography-error.ts'
import { earlyChildhoodAx, infantAx, type InfantRule } from './infant-ax.ts'
import { tableOf, type LifeTable } from './life-table.ts'

/**
 * Abridged life table for the groups 0, 1–4, 5–9, … and an open one. nax may be given; else a0 and 4a1 follow the rule,
 * 5a5 and 5a10 are 2.5, and from 15 on 5ax = 2.5 − 25/12·(5mx − ln(5m(x+5)/5m(x−5))/10) (Greville 1943, as in the
 * UN's model life tables of 1982).
 */
export function abridgedLifeTable({
  age,
  mx,
  sex,
  ax,
  infantRule = 'coale-demeny',
}: {
  readonly age: Float64Array
  readonly mx: Float64Array
  readonly sex: Sex
  readonly ax?: Float64Array
  readonly infantRule?: InfantRule
}): LifeTable {
  requireLength(mx, age.length, 'mx')
  return tableOf({ age, mx, ax: ax ?? grevilleAx({ age, mx, sex, infantRule }) })
}

function grevilleAx({
  age,
  mx,
  sex,
  infantRule,
}: {
  readonly age: Float64Array
  readonly mx: Float64Array
  readonly sex: Sex
  readonly infantRule: InfantRule
}): Float64Array {
  const m0 = mx[0] ?? 0
  return age.map((from, at) => {
    if (from === 0) return infantAx(m0, { sex, rule: infantRule })
    if (from === 1) return earlyChildhoodAx(m0, sex)
    const before = mx[at - 1] ?? 0
    const after = mx[at + 1] ?? 0
    if (from < 15 || before <= 0 || after <= 0) return 2.5
    return 2.5 - (25 / 12) * ((mx[at] ?? 0) - Math.log(after / before) / 10)
  })
}
