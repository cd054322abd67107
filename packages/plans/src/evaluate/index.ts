export { addScores, f1, precision, recall, scoreOutline, scoredKinds } from './score.ts'
export type { Score, ScoredKind } from './score.ts'
export { isTruth } from './truth.ts'
export type { Truth } from './truth.ts'
