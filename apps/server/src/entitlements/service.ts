import { type Answer, entitlements, type Place, readSituation, type Vocabulary } from '@junheng/entitlements'
import { isDomainError, parseDay, toDayNumber } from '@junheng/kernel'
import { isRegionCode } from '@junheng/kernel/regions'
import { chineseWorkdays } from '@junheng/kernel/workdays-cn'
import type { Text } from '@junheng/rules'
import { noSuchDay } from '../edge/no-such-day.ts'
import type { ProblemError } from '../problems/problem.ts'

export type Outcome =
  | { readonly kind: 'answers'; readonly answers: readonly Answer[] }
  | { readonly kind: 'invalid'; readonly errors: readonly ProblemError[] }
  | { readonly kind: 'no-calendar'; readonly detail: Text }

/** Answers one household of one place on a day. Keeps nothing. */
export function answerHousehold({
  place,
  situation: input,
  elsewhere,
  on,
}: {
  readonly place: Place
  readonly situation: unknown
  /** What other places ask about: it is no mistake here. */
  readonly elsewhere: Vocabulary
  /** ISO day. */
  readonly on: string
}): Outcome {
  const read = readSituation(place, input, { elsewhere, isRegion: isRegionCode })
  const day = parseDay(on)
  const errors: ProblemError[] = read.ok
    ? []
    : read.problems.map((found) => ({ ...found, path: `situation.${found.path}` }))
  if (day === undefined) {
    errors.push(noSuchDay('on', on))
  }
  if (!read.ok || day === undefined) return { kind: 'invalid', errors }
  try {
    return {
      kind: 'answers',
      answers: entitlements({ place, situation: read.situation, on: toDayNumber(day), calendar: chineseWorkdays }),
    }
  } catch (error) {
    if (isDomainError(error, 'calendar-not-published')) return { kind: 'no-calendar', detail: error.text }
    throw error
  }
}
