export type { Action, ActionKind, Actor, Answer, AskForMore, Provide, Written, WrittenFacts } from './actions/action.ts'
export type { DecisionDay } from './actions/check-action.ts'
export { readAction } from './actions/read-action.ts'
export type { ReadAction } from './actions/read-action.ts'
export { caseKey } from './case-key.ts'
export { findClaimProcedure } from './claims/claim-procedure.ts'
export { exportBatch, importAnswer, readBankAnswer, reconcile } from './claims/bank-file.ts'
export type { BankAnswer, Imported, ReadBankAnswer, Reconciliation } from './claims/bank-file.ts'
export { approveBatch, lineState, movementsOf, prepareBatch } from './claims/batch.ts'
export type { Batch, BatchLine, BatchResult, LineAnswer, Payee } from './claims/batch.ts'
export type { DueLine, Movement } from './claims/ledger.ts'
export { settleClaim } from './claims/settle-claim.ts'
export type { Settlement, SettlementLine } from './claims/settle-claim.ts'
export { clocksOf } from './clocks/clocks-of.ts'
export type { ClockView } from './clocks/clocks-of.ts'
export { dueDay, workdaysBetween } from './clocks/due-day.ts'
export type { Due, Pause, Running } from './clocks/due-day.ts'
export { whatNow } from './clocks/what-now.ts'
export type { Waiting } from './clocks/what-now.ts'
export { categoryWords } from './data-category.ts'
export type { DataCategory } from './data-category.ts'
export { decide } from './decide.ts'
export type { Decision } from './decide.ts'
export type { Problem } from './problem.ts'
export { family, program } from './procedure.ts'
export type {
  CasePurpose,
  Clock,
  ClockStart,
  ClockUnit,
  Confidence,
  FieldInfo,
  FieldType,
  FormField,
  Ground,
  Item,
  NamedReason,
  Need,
  Objection,
  Procedure,
  Sent,
  Shown,
  SourceRef,
  TextForm,
  Unit,
} from './procedure.ts'
export { checkProcedure } from './publish/check-procedure.ts'
export type { ProcedureProblem } from './publish/check-procedure.ts'
export { fieldsRead, isRole } from './register-record.ts'
export type { PersonRole, RegisterRecord } from './register-record.ts'
export { apply, newCase } from './state/apply.ts'
export { caseStatus, isEnded, isSettled } from './state/case-state.ts'
export type { CaseState, CaseStatus, ItemState, ItemStatus, ObjectionState } from './state/case-state.ts'
export { familySide } from './state/family-side.ts'
export { askedFields, missingFields } from './state/missing-fields.ts'
export { stateOf } from './state/state-of.ts'
export { findVersion, versionFor } from './version-on.ts'
export { clockWords, confidenceWords, limitWords, needWords, unitLabel } from './words/procedure-words.ts'
export { recordWords } from './words/record-words.ts'
export { caseStatusWords, itemStatusWords } from './words/status-words.ts'
