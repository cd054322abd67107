import type { ProblemOptions } from '../problems/problem.ts'
import type { ProblemCode } from '../problems/table.ts'

/** Thrown by what stands before a handler; the edge answers with the problem. */
export class Refusal extends Error {
  readonly code: ProblemCode
  readonly options: ProblemOptions

  constructor(code: ProblemCode, options: ProblemOptions = {}) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.options = options
  }
}
