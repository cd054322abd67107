import { parse } from 'hono/utils/cookie'

const names = ['__Secure-junheng.session_token', 'junheng.session_token']
const pendingNames = ['__Secure-junheng.two_factor', 'junheng.two_factor']

/** The token of a session cookie, its signature not yet checked; null where the request has none. */
export function sessionToken(header: string | undefined): string | null {
  return valueOf(header, names)
}

/** The session cookie whole, its signature with it; null where the request has none. */
export function sessionCookie(header: string | undefined): string | null {
  return cookieOf(header, names)
}

/** The key of a sign-in that waits for its second factor. */
export function pendingSignIn(header: string | undefined): string | null {
  return valueOf(header, pendingNames)
}

function valueOf(header: string | undefined, wanted: readonly string[]): string | null {
  const cookie = cookieOf(header, wanted)
  return cookie === null ? null : cookie.slice(0, cookie.lastIndexOf('.'))
}

function cookieOf(header: string | undefined, wanted: readonly string[]): string | null {
  if (header === undefined) return null
  const cookies = parse(header)
  for (const name of wanted) {
    const cookie = cookies[name]
    // A signed cookie is the value, a dot and the signature.
    if (cookie !== undefined && cookie.includes('.')) return cookie
  }
  return null
}
