import type { FunctionName } from './ast.ts'

export type RoundingFunction = Extract<FunctionName, `round ${string}`>

/**
 * Rounds to `scale` decimals (negative: to tens, hundreds, …); `up` is away from zero, `down` towards it, and a half goes
 * the way the mode says, the same for negative numbers as FEEL has it.
 *
 * On doubles this means exactly: one multiplication by 10^scale (division by 10^-scale when negative), then on the
 * magnitude `floor(x) + (x - floor(x) >= 0.5)` for half up, `> 0.5` for half down, then one division (multiplication)
 * back. Powers of ten up to 10^15 are exact and `x - floor(x)` is exact, so every engine gets the same double; but
 * 1.005 is stored below 1.005 and rounds to 1.00. Money never meets this: it is integer fen with one declared step.
 */
export function roundToScale(mode: RoundingFunction, x: number, scale: number): number {
  const power = 10 ** Math.abs(scale)
  const whole = roundToWhole(mode, scale >= 0 ? x * power : x / power)
  return scale >= 0 ? whole / power : whole * power
}

function roundToWhole(mode: RoundingFunction, x: number): number {
  const magnitude = Math.abs(x)
  const floor = Math.floor(magnitude)
  const rounded = floor + (goesUp(mode, floor, magnitude - floor) ? 1 : 0)
  return x < 0 ? 0 - rounded : rounded
}

function goesUp(mode: RoundingFunction, floor: number, part: number): boolean {
  switch (mode) {
    case 'round half up':
      return part >= 0.5
    case 'round half down':
      return part > 0.5
    case 'round half even':
      return part > 0.5 || (part === 0.5 && floor % 2 === 1)
    case 'round up':
      return part > 0
    case 'round down':
      return false
  }
}
