import { readProblem, Refused } from './refused.ts'

/** Nobody answered: no signal, or the service is down. */
export class NoAnswer extends Error {
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

/** Asks the service, in the page's language. Throws `Refused` with its problem, or `NoAnswer`. */
export async function ask<T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<T> {
  const response = await fetch(path, {
    method,
    cache: 'no-store',
    headers: {
      accept: 'application/json',
      'accept-language': document.documentElement.lang,
      ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
    },
    ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
  }).catch(() => null)
  if (response === null) throw new NoAnswer()
  const said: unknown = await response.json().catch(() => null)
  if (response.ok) return said as T
  const problem = readProblem(response.status, said, response.headers.get('retry-after'))
  // A wrong password is a 401 too; this code alone tells of a session that ended.
  if (problem.code === 'sign-in-needed') expiryListeners.forEach((listener) => listener())
  throw new Refused(problem)
}
