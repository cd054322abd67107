export { comparePlans } from './compare/compare-plans.ts'
export type { FigurePair, MeasurePair } from './compare/compare-plans.ts'
export { measuresOf } from './compare/measures.ts'
export type { Measure, MeasureFigure } from './compare/measures.ts'
export { draftPack, unknownRegion } from './draft/draft-pack.ts'
export type { DraftFiles, DraftOptions } from './draft/draft-pack.ts'
export { isPlan } from './is-plan.ts'
export { readPlan } from './read-plan.ts'
export { amountWords, targetWords } from './target-words.ts'
export { truthShape } from './truth-shape.ts'
export type { At } from './text/line.ts'
export type {
  Deadline,
  Doubt,
  Outline,
  PlanBenefit,
  Recurrent,
  Reference,
  Section,
  Target,
  UnitGroup,
  UnitRoles,
} from './outline.ts'
