import { withExclusions } from './exclusions.ts'
import type { JudgedCase } from './judged-case.ts'
import type { PlaceIndex } from './place-index.ts'
import type { Situation } from './situation.ts'
import { stretchesOf } from './stretches.ts'
import { subjectCases } from './subject-case.ts'

/** Every case of a household with its answers at all times, those that are not given together told apart. */
export function judgeHousehold(index: PlaceIndex, situation: Situation): readonly JudgedCase[] {
  return withExclusions(subjectCases(index, situation).map((subject) => ({ subject, stretches: stretchesOf(subject) })))
}
