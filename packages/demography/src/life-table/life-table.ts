import type { Sex } from '../age-sex.ts'
import { demographyError, requireLength } from '../demography-error.ts'
import { infantAx, type InfantRule } from './infant-ax.ts'

/**
 * A life table. Every column has one number for each age group; the last group is open.
 * Radix l0 = 1, so lx, dx, Lx, Tx are per person born.
 */
export interface LifeTable {
  /** Lower exact age of each group, in years. */
  readonly age: Float64Array
  /** Width n of each group in years; Infinity for the open group. */
  readonly width: Float64Array
  /** nmx, central death rate per person-year. */
  readonly mx: Float64Array
  /** nax, mean years lived in the group by those who die in it. */
  readonly ax: Float64Array
  /** nqx, probability of dying in the group. */
  readonly qx: Float64Array
  /** lx, share of the born who reach the group. */
  readonly lx: Float64Array
  /** ndx, share of the born who die in the group. */
  readonly dx: Float64Array
  /** nLx, person-years lived in the group. */
  readonly Lx: Float64Array
  /** Tx, person-years lived in the group and after it. */
  readonly Tx: Float64Array
  /** ex, life expectancy at the group's lower age, in years. */
  readonly ex: Float64Array
}

/**
 * Complete life table from single-year death rates m0..mA, the last for the open age: a0 by rule, ax = 0.5 elsewhere,
 * and 1/mA in the open group, as the UN's engine has it. Throws `range` for a rate that is negative or not finite,
 * or an open group without deaths.
 */
export function lifeTable({
  mx,
  sex,
  infantRule = 'andreev-kingkade',
}: {
  readonly mx: Float64Array
  readonly sex: Sex
  readonly infantRule?: InfantRule
}): LifeTable {
  const ax = new Float64Array(mx.length).fill(0.5)
  ax[0] = infantAx(mx[0] ?? 0, { sex, rule: infantRule })
  return tableOf({ age: Float64Array.from(mx, (_, x) => x), mx, ax })
}

/** Builds the columns from nmx and nax; shared by complete and abridged tables. nqx above 1 is cut to 1. */
export function tableOf({
  age,
  mx,
  ax,
}: {
  readonly age: Float64Array
  readonly mx: Float64Array
  readonly ax: Float64Array
}): LifeTable {
  const size = age.length
  requireLength(mx, size, 'mx')
  requireLength(ax, size, 'ax')
  requireRates(mx)
  const columns = Array.from({ length: 7 }, () => new Float64Array(size))
  const [width, qx, lx, dx, Lx, Tx, ex] = columns as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  const meanYears = Float64Array.from(ax)
  let alive = 1
  for (let x = 0; x < size; x++) {
    const m = mx[x] ?? 0
    const open = x === size - 1
    const n = open ? Infinity : (age[x + 1] ?? 0) - (age[x] ?? 0)
    if (open) meanYears[x] = 1 / m
    const a = meanYears[x] ?? 0
    const q = open ? 1 : Math.min(1, (n * m) / (1 + (n - a) * m))
    const dead = alive * q
    width[x] = n
    qx[x] = q
    lx[x] = alive
    dx[x] = dead
    Lx[x] = open ? alive / m : n * (alive - dead) + a * dead
    alive -= dead
  }
  for (let x = size - 1, total = 0; x >= 0; x--) {
    total += Lx[x] ?? 0
    Tx[x] = total
    ex[x] = (lx[x] ?? 0) > 0 ? total / (lx[x] ?? 1) : 0
  }
  return { age, width, mx, ax: meanYears, qx, lx, dx, Lx, Tx, ex }
}

function requireRates(mx: Float64Array): void {
  const wrong = mx.findIndex((m) => !(m >= 0 && m < Infinity))
  if (wrong >= 0 || (mx.at(-1) ?? 0) <= 0) {
    const at = wrong >= 0 ? wrong : mx.length - 1
    throw demographyError('range', {
      zh: `第 ${at} 个年龄组的死亡率 ${mx[at]} 不能用：应不小于 0，开口组应大于 0`,
      en: `the death rate ${mx[at]} of age group ${at} cannot be used: not below 0, and above 0 in the open group`,
    })
  }
}
