import { isAPIError } from 'better-auth/api'
import type { Context } from 'hono'
import type { OfficeEnv } from './office.ts'
import { sessionToken } from './cookies.ts'

/** What better-auth said: an answer, whose cookies have been passed on, or the status and code of a refusal. */
export type AuthOutcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly status: number; readonly code: string }

/** Runs a call of better-auth's API and passes its cookies on to the browser. Anything but a refusal is thrown. */
export async function callAuth<T>(
  c: Context<OfficeEnv>,
  call: () => Promise<{ readonly headers: Headers; readonly response: T }>,
): Promise<AuthOutcome<T>> {
  try {
    const { headers, response } = await call()
    for (const cookie of headers.getSetCookie()) c.header('set-cookie', cookie, { append: true })
    return { ok: true, value: response }
  } catch (error) {
    if (!isAPIError(error)) throw error
    return { ok: false, status: error.statusCode, code: String(error.body?.code ?? error.status) }
  }
}

/** Ends the session that the browser had before it signed in anew: no session outlives the sign-in it began with. */
export async function endEarlierSession(c: Context<OfficeEnv>): Promise<void> {
  const token = sessionToken(c.req.header('cookie'))
  if (token === null) return
  await c.get('office').register.pool.query('delete from auth.session where token = $1', [token])
}
