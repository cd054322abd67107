import type { Words } from '@junheng/kernel'

/** Something wrong with what was sent: where in it, a stable code, and what to do. Never repeats a number. */
export interface Problem {
  readonly path: string
  readonly code: string
  readonly message: Words
}

export function problem(path: string, code: string, message: Words): Problem {
  return { path, code, message }
}
