import type { AnyRole } from '../../claims/testing/claims-scene.ts'
import type { Browser } from '../browser.ts'
import type { FuzzAnswer } from './judge.ts'
import type { FuzzRequest } from './requests.ts'

/** Only what tests need of a service. */
export interface Service {
  readonly request: (path: string, init: RequestInit) => Response | Promise<Response>
}

const origin = 'http://localhost'

/** Sends requests for people who stay signed in: whose session has ended signs in anew. */
export function makeSender(service: Service, signIn: (role: AnyRole) => Promise<Browser>) {
  const cookies = new Map<AnyRole, Promise<string>>()
  const cookieOf = (role: AnyRole): Promise<string> => {
    const kept = cookies.get(role) ?? signIn(role).then((browser) => browser.cookieHeader())
    cookies.set(role, kept)
    return kept
  }
  return async ({ method, path, body, headers }: FuzzRequest, role: AnyRole | null): Promise<FuzzAnswer> => {
    const changing = method !== 'GET'
    const response = await service.request(`${origin}${path}`, {
      method,
      headers: {
        ...(role === null ? {} : { cookie: await cookieOf(role) }),
        ...(changing ? { origin, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' } : {}),
        ...headers,
      },
      ...(changing ? { body: body ?? '' } : {}),
    })
    // Signed out, reset, or signed in as somebody else.
    if (role !== null && (response.status === 401 || response.headers.getSetCookie().length > 0)) cookies.delete(role)
    return { status: response.status, type: response.headers.get('content-type') ?? '', text: await response.text() }
  }
}
