import { useCallback, useEffect, useRef, useState } from 'react'
import { problemOf, type ProblemSaid } from './refused.ts'

/** Milliseconds between tries while nobody answers. */
const retryMs = 4000

/** A service that is being started again, or whatever stands before it: nothing was refused, only not now. */
const notNow: ReadonlySet<number> = new Set([502, 503, 504])

export interface SendWhenBack {
  readonly state: 'idle' | 'sending' | 'waiting'
  readonly refused: { readonly problem: ProblemSaid } | null
  readonly run: () => void
}

/**
 * Sends something, and where nobody answers, or a service that is being started again, keeps it in this page and sends it again once there is a network: `send` must
 * carry one id through all tries, so that an answer lost on the way does nothing twice. Leaving the page meanwhile is
 * asked about. A refusal ends it.
 */
export function useSendWhenBack<T>(send: () => Promise<T>, then: (done: T) => void): SendWhenBack {
  const [state, setState] = useState<SendWhenBack['state']>('idle')
  const [refused, setRefused] = useState<SendWhenBack['refused']>(null)
  const latest = useRef({ send, done: then, busy: false })
  latest.current.send = send
  latest.current.done = then
  const attempt = useCallback(() => {
    const now = latest.current
    if (now.busy) return
    now.busy = true
    setState((before) => (before === 'waiting' ? before : 'sending'))
    const work = async (): Promise<void> => {
      const done = await now.send()
      setState('idle')
      now.done(done)
    }
    work()
      .catch((error: unknown) => {
        const problem = problemOf(error)
        const away = problem === null || notNow.has(problem.status)
        setState(away ? 'waiting' : 'idle')
        if (!away) setRefused({ problem })
      })
      .finally(() => {
        now.busy = false
      })
  }, [])
  const run = useCallback(() => {
    setRefused(null)
    attempt()
  }, [attempt])
  useEffect(() => {
    if (state !== 'waiting') return
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault()
    const timer = setInterval(attempt, retryMs)
    window.addEventListener('online', attempt)
    window.addEventListener('beforeunload', ask)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', attempt)
      window.removeEventListener('beforeunload', ask)
    }
  }, [state, attempt])
  return { state, refused, run }
}
