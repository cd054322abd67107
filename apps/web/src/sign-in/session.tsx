import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { onExpiry } from '../api/service.ts'
import type { Post, Session, SignedIn } from '../api/register-types.ts'
import { useAnswer } from '../api/use-answer.ts'
import { useSame } from '../api/use-same.ts'
import { fetchSession } from './calls.ts'
import { Preparing } from './preparing.tsx'
import { SessionFailed } from './session-failed.tsx'
import { useSignInWords } from './use-sign-in-words.ts'

interface SessionState {
  readonly session: Session
  /** The session ended while a page was open: the page stays, signing in comes over it. */
  readonly expired: boolean
  readonly reload: () => void
}

const SessionContext = createContext<SessionState | null>(null)

/** How often to ask while the database is being prepared, milliseconds. */
const pollMs = 1500

/** Asks who is signed in, waits until the service is ready, and notices when the session ends. */
export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const { words } = useSignInWords()
  const { value: latest, failed, again } = useAnswer(fetchSession)
  const value = useSame(latest)
  const [before, setBefore] = useState<SignedIn | null>(null)
  const [expired, setExpired] = useState(false)
  const waiting = value?.ready === false
  useEffect(() => {
    if (!waiting) return
    const timer = setInterval(again, pollMs)
    return () => clearInterval(timer)
  }, [waiting, again])
  useEffect(() => onExpiry(() => setExpired(true)), [])
  // Runs for each answer, also one that says the same: it means that the session is there again.
  useEffect(() => {
    if (latest?.signedIn !== true || latest.secondFactor !== 'done') return
    setExpired(false)
    setBefore((earlier) => {
      // What the other person had open must not stay on the screen of this one.
      if (earlier !== null && earlier.user.id !== latest.user.id) window.location.reload()
      return earlier?.user.id === latest.user.id ? earlier : latest
    })
  }, [latest])
  const reload = useCallback(() => again(), [again])
  const state = useMemo<SessionState | null>(
    () => (value === undefined ? null : { session: expired && before !== null ? before : value, expired, reload }),
    [value, expired, before, reload],
  )
  if (state === null)
    return failed === null ? <p className="page quiet">{words.loading}</p> : <SessionFailed retry={again} />
  if (waiting) return <Preparing session={value} />
  return <SessionContext value={state}>{children}</SessionContext>
}

export function useSession(): SessionState {
  const state = useContext(SessionContext)
  if (state === null) throw new Error('useSession outside SessionProvider')
  return state
}

/** The post that is being worked in; null where none was chosen or there is none. */
export function activePost(session: Session): Post | null {
  if (!session.signedIn) return null
  return session.posts.find(({ id }) => id === session.activePost) ?? null
}

/** Who is signed in and in which post. Throws where nobody is: for what is shown only behind the door. */
export function useStaff(): { readonly session: SignedIn; readonly post: Post | null; readonly reload: () => void } {
  const { session, reload } = useSession()
  if (!session.signedIn) throw new Error('useStaff without a session')
  return { session, post: activePost(session), reload }
}
