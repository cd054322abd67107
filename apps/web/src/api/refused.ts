/** What the service says when it does not do what was asked (RFC 9457), in the reader's language. */
export interface ProblemSaid {
  /** Last part of the type's address: stable. */
  readonly code: string
  readonly status: number
  readonly title: string
  readonly detail: string
  readonly errors: readonly { readonly path: string; readonly message: string }[]
  /** Seconds to wait before trying again; null where it makes no difference. */
  readonly retryAfter: number | null
}

/** The service answered, and said no. */
export class Refused extends Error {
  readonly problem: ProblemSaid
  constructor(problem: ProblemSaid) {
    super(`${problem.status} ${problem.code}`)
    this.name = 'Refused'
    this.problem = problem
  }
}

/** What a failed call comes to; null: nobody answered, so nothing was done as far as we know. */
export function problemOf(error: unknown): ProblemSaid | null {
  return error instanceof Refused ? error.problem : null
}

/** The message about one field, by the end of its path: `command.birthDate` is the field `birthDate`. */
export function messageAt(problem: ProblemSaid | null, field: string): string | null {
  const found = problem?.errors.find(({ path }) => path === field || path.endsWith(`.${field}`))
  return found?.message ?? null
}

/** What is wrong that no field of the form stands for. */
export function messagesElsewhere(problem: ProblemSaid, fields: readonly string[]): readonly string[] {
  return problem.errors
    .filter(({ path }) => !fields.some((field) => path === field || path.endsWith(`.${field}`)))
    .map(({ message }) => message)
}

/** Reads the body of an answer that is not ok. */
export function readProblem(status: number, body: unknown, retryAfter: string | null = null): ProblemSaid {
  const said: Partial<Record<'type' | 'title' | 'detail', unknown>> & { readonly errors?: unknown } =
    typeof body === 'object' && body !== null ? body : {}
  const text = (value: unknown): string => (typeof value === 'string' ? value : '')
  const errors = Array.isArray(said.errors) ? (said.errors as readonly unknown[]) : []
  return {
    code: text(said.type).split('/').at(-1) ?? '',
    status,
    title: text(said.title),
    detail: text(said.detail),
    retryAfter: /^\d{1,6}$/u.test(retryAfter ?? '') ? Number(retryAfter) : null,
    errors: errors.flatMap((one) => {
      const { path, message } = (one ?? {}) as { readonly path?: unknown; readonly message?: unknown }
      return typeof message === 'string' ? [{ path: text(path), message }] : []
    }),
  }
}
