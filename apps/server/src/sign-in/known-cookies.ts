import { sessionUpdateSeconds } from './auth.ts'

/** Most cookies that are remembered; beyond, the one known longest is asked about again. */
const most = 20_000

/**
 * Cookies whose signature better-auth has found to be ours, and the session it named. Asked again it would say the same
 * and write nothing until the session's end is to be moved, so until then it is not asked: that the session is there,
 * whose it is and when it ends is read from the database by every request.
 */
export class KnownCookies {
  readonly #sessions = new Map<string, string>()

  /** Whether the cookie is known to be of this session, and nothing about the session is due to be written. */
  suffices(
    cookie: string,
    session: { readonly id: string; readonly updatedAt: string },
    now: Temporal.Instant,
  ): boolean {
    if (this.#sessions.get(cookie) !== session.id) return false
    return now.since(Temporal.Instant.from(session.updatedAt)).total('seconds') < sessionUpdateSeconds
  }

  remember(cookie: string, session: string): void {
    this.#sessions.delete(cookie)
    this.#sessions.set(cookie, session)
    if (this.#sessions.size <= most) return
    for (const oldest of this.#sessions.keys()) {
      this.#sessions.delete(oldest)
      return
    }
  }
}
