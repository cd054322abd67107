import type { Problem } from '@junheng/casework'

/** Thrown inside a transaction to undo all of it: the register does not take what an item's answer says. */
export class OutcomeRefused extends Error {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ code }) => code).join(', '))
    this.problems = problems
  }
}
