import type { Text } from '@junheng/rules'

/** Why an action is not taken: where in it, a stable code, and words for the person who sent it. */
export interface Problem {
  /** e.g. `facts.child.birthDate`, `item`; empty for the action as a whole. */
  readonly path: string
  readonly code: string
  readonly message: Text
}

export function problem(path: string, code: string, message: Text): Problem {
  return { path, code, message }
}
