import { addYears } from '@junheng/kernel'
import type { Random } from '../random/random.ts'

/** Day numbers; `firstBirth` of the woman's first child, undefined where she has none. */
export interface Marriage {
  readonly woman: number | undefined
  readonly man: number | undefined
  readonly firstBirth: number | undefined
  readonly on: number
}

/**
 * The day a marriage was registered: some months before the first birth as a rule, never before the woman is twenty and
 * the man twenty-two (Civil Code, art. 1047), never after `on`.
 */
export function drawMarriageDay({ woman, man, firstBirth, on }: Marriage, random: Random): number {
  const legal = Math.max(
    woman === undefined ? -Infinity : addYears(woman, 20),
    man === undefined ? -Infinity : addYears(man, 22),
  )
  const own = woman ?? man ?? on
  const usual =
    firstBirth === undefined
      ? own + Math.floor((22.5 + 6 * random.unit()) * 365.25)
      : firstBirth - 240 - random.below(520)
  return Math.min(on, Math.max(legal, usual))
}
