import { monotoneSpline } from '../graduation/monotone-spline.ts'
import type { AgeSchedule } from '../rates/fertility.ts'

/**
 * Single-age rates from a TFR and the shares of five-year groups: a monotone spline through the cumulated schedule, its
 * yearly differences times TFR. `shares` in any unit (percent or fraction), first group from `fromAge`.
 */
export function singleAgeFertility({
  tfr,
  shares,
  fromAge,
}: {
  readonly tfr: number
  readonly shares: ArrayLike<number>
  readonly fromAge: number
}): AgeSchedule {
  const cumulated = [0]
  for (let at = 0; at < shares.length; at++) cumulated.push((cumulated[at] ?? 0) + (shares[at] ?? 0))
  const breaks = cumulated.map((_, at) => fromAge + 5 * at)
  const spline = monotoneSpline(breaks, cumulated)
  const whole = cumulated.at(-1) ?? 1
  const rates = Float64Array.from({ length: 5 * shares.length }, (_, at) => {
    const age = fromAge + at
    return (tfr * (spline(age + 1) - spline(age))) / whole
  })
  return { fromAge, rates }
}
