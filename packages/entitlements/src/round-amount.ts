import type { Amount } from './place.ts'

/**
 * The benefit's one rounding step: yuan amounts go to a whole multiple of `step` fen; other units stay as they are.
 * `up` is away from zero, `down` towards it.
 */
export function roundAmount(value: number, { unit, rounding: { mode, step } }: Amount): number {
  if (unit !== 'CNY') return value
  const steps = snapToHalf(value / step)
  const size = Math.abs(steps)
  const whole = Math.floor(size)
  const part = size - whole
  const up =
    mode === 'up'
      ? part > 0
      : mode === 'down'
        ? false
        : part > 0.5 || (part === 0.5 && (mode === 'half-up' || whole % 2 === 1))
  const rounded = (whole + (up ? 1 : 0)) * step
  return value < 0 && rounded !== 0 ? -rounded : rounded
}

/**
 * A division on the way leaves an error far below any fraction a rule can mean, but enough to push an exact half, or a
 * whole, to the wrong side. Wages / 30 × days is such a case.
 */
function snapToHalf(value: number): number {
  const near = Math.round(value * 2) / 2
  return Math.abs(value - near) <= Math.max(1e-7, Math.abs(value) * 2 ** -50) ? near : value
}
