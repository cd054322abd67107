export type { Answer, ConditionAnswer, Period, Status } from './answer.ts'
export { compareAnswers } from './compare-answers.ts'
export type { ComparedAnswer, Difference } from './compare-answers.ts'
export { entitlements } from './entitlements.ts'
export type { EntitlementsInput } from './entitlements.ts'
export { opens } from './opens/opens.ts'
export type { Opening, OpensInput, StopEvent } from './opens/opens.ts'
export { moneyDue, periodOf } from './money-due.ts'
export type { DueMoney, MoneyDue, MoneyDueInput } from './money-due.ts'
export { nextQuestions } from './next-questions.ts'
export type { Question, QuestionsInput } from './next-questions.ts'
export type {
  Amount,
  Benefit,
  BenefitKind,
  Claim,
  Clause,
  ClauseKind,
  ClausePart,
  Condition,
  Confidence,
  CountMode,
  Duty,
  EndRule,
  FactInfo,
  Force,
  InForce,
  Leave,
  Parameter,
  ParameterValue,
  Per,
  Place,
  RoundingMode,
  Schedule,
  ScheduleStep,
  SourceDocument,
  SourceRef,
  Span,
  Stops,
  Subject,
  Target,
  Unit,
} from './place.ts'
export { readSituation } from './read-situation.ts'
export type { ReadSituation, ReadSituationOptions, SituationProblem } from './read-situation.ts'
export { unionVocabulary } from './situation.ts'
export type { Situation, Vocabulary } from './situation.ts'
export { situationSchema } from './situation-schema.ts'
export type { JsonSchema } from './situation-schema.ts'
export { timeline } from './timeline.ts'
export type { LeaveEntry, MoneyEntry, Timeline, TimelineInput, TimelineMonth } from './timeline.ts'
export { isUnprompted } from './unprompted.ts'
export { amountWords } from './words/amount-words.ts'
export { clauseWords } from './words/clause-words.ts'
export { leastConfident } from './words/source-words.ts'
