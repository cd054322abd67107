import createClient from 'openapi-fetch'
import type { components, paths } from './openapi.d.ts'
import { readProblem, Refused } from './refused.ts'

export type Schemas = components['schemas']

/** The service as its own description types it. Nothing it says is kept by the browser. */
export const service = createClient<paths>({ cache: 'no-store' })

service.use({
  onRequest: ({ request }) => {
    request.headers.set('accept-language', document.documentElement.lang)
    // What changes something is JSON, also where there is nothing to say: no plain form of another site can send it.
    const bytes = request.headers.get('content-type') === 'application/octet-stream'
    if (request.method !== 'GET' && !bytes) request.headers.set('content-type', 'application/json')
  },
})

/** Nobody answered: no signal, or the service is down. */
class NoAnswer extends Error {
  constructor() {
    super('no answer')
    this.name = 'NoAnswer'
  }
}

const expiryListeners = new Set<() => void>()

/** Tells when a call found the session over. Returns how to stop listening. */
export function onExpiry(listener: () => void): () => void {
  expiryListeners.add(listener)
  return () => expiryListeners.delete(listener)
}

/** What a call came to. Throws `Refused` with the service's problem, or `NoAnswer`. */
export async function answerOf<T>(
  call: Promise<{ readonly data?: T; readonly error?: unknown; readonly response: Response }>,
): Promise<T> {
  const came = await call.catch(() => null)
  if (came === null) throw new NoAnswer()
  const { data, error, response } = came
  if (response.ok && data !== undefined) return data
  const problem = readProblem(response.status, error, response.headers.get('retry-after'))
  // A wrong password is a 401 too; this code alone tells of a session that ended.
  if (problem.code === 'sign-in-needed') expiryListeners.forEach((listener) => listener())
  throw new Refused(problem)
}
