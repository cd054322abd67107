import type { MiddlewareHandler } from 'hono'

/** One request as the log keeps it. There is no query, no body and no address in it: a situation can never be logged. */
export interface RequestLine {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly status: number
  readonly milliseconds: number
}

export type Log = (line: RequestLine | { readonly message: string }) => void

/** Writes one line a request through `log`. `now` is a monotonic clock in milliseconds. */
export function requestLog(log: Log, now: () => number = () => performance.now()): MiddlewareHandler {
  return async (c, next) => {
    const started = now()
    await next()
    log({
      id: c.get('requestId'),
      method: c.req.method,
      path: c.req.path,
      status: c.res.status,
      milliseconds: Math.round((now() - started) * 10) / 10,
    })
  }
}
