export { readPlan } from './read-plan.ts'
export type { At } from './text/clean-line.ts'
export type {
  Deadline,
  Outline,
  PlanBenefit,
  Recurrent,
  Reference,
  Section,
  Target,
  UnitGroup,
  UnitRoles,
} from './outline.ts'
