export { readPlan } from './read-plan.ts'
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
