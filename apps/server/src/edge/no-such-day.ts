import type { ProblemError } from '../problems/problem.ts'

/** Said of a well-written day that the calendar does not have. */
export function noSuchDay(path: string, text: string): ProblemError {
  return { path, message: { zh: `没有 ${text} 这一天`, en: `There is no day ${text}` } }
}
