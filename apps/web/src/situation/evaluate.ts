import {
  type Answer,
  entitlements,
  nextQuestions,
  type Place,
  type Question,
  readSituation,
  type Situation,
} from '@junheng/entitlements'
import { getDay, toDayNumber } from '@junheng/kernel'
import { chineseWorkdays } from '@junheng/kernel/workdays-cn'
import { type GroupedAnswers, groupAnswers, openAnswers } from '../answers/group-answers.ts'
import { absentSubjects, type Household, keyText } from './household.ts'
import { situationInput } from './situation-input.ts'

export interface Evaluation {
  readonly situation: Situation
  /** All answers but those about what the family has not opened or does not have. */
  readonly open: readonly Answer[]
  readonly grouped: GroupedAnswers
  /** What to ask, most useful first, without what was put aside. */
  readonly questions: readonly Question[]
  /** Put aside, and still of use. */
  readonly skipped: readonly Question[]
}

/** Answers one household of one place on a day (ISO): here, on this device, nowhere else. */
export function evaluateHousehold(place: Place, household: Household, on: string): Evaluation {
  const situation = readHousehold(place, household)
  const answers = entitlements({ place, situation, on: toDayNumber(getDay(on)), calendar: chineseWorkdays })
  const context = { facts: place.facts, topics: household.topics, on, absent: absentSubjects(place, household) }
  const open = openAnswers(answers, context)
  const asked = nextQuestions({ place, situation, answers: open, topics: household.topics })
  const skipped = new Set(household.skipped)
  return {
    situation,
    open,
    grouped: groupAnswers(answers, context),
    questions: asked.filter((question) => !skipped.has(keyText(question))),
    skipped: asked.filter((question) => skipped.has(keyText(question))),
  }
}

/** The household as the engine reads it. An answer it no longer takes (an older version's) counts as not given. */
function readHousehold(place: Place, household: Household): Situation {
  const read = readSituation(place, situationInput(place, household))
  if (read.ok) return read.situation
  const kept = withoutProblems(household, place, new Set(read.problems.map((problem) => problem.path)))
  const again = readSituation(place, situationInput(place, kept))
  return again.ok ? again.situation : { facts: {}, rows: {} }
}

function withoutProblems(household: Household, place: Place, paths: ReadonlySet<string>): Household {
  const rowNames = new Map(place.tables.map((table) => [table.name, table.row]))
  return {
    ...household,
    facts: Object.fromEntries(Object.entries(household.facts).filter(([name]) => !paths.has(name))),
    rows: Object.fromEntries(
      Object.entries(household.rows).map(([table, rows]) => [
        table,
        rows.map((row, index) =>
          Object.fromEntries(
            Object.entries(row).filter(
              ([name]) => !paths.has(`${table}[${index}].${name.slice((rowNames.get(table) ?? '').length + 1)}`),
            ),
          ),
        ),
      ]),
    ),
  }
}
