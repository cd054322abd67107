import { useEffect, useState } from 'react'
import type { Session } from '../api/register-types.ts'
import { useSignInWords } from './use-sign-in-words.ts'

/** The database is being prepared: how far it is, and nothing invented about how long it will take. */
export function Preparing({ session }: { readonly session: Session }) {
  const { words } = useSignInWords()
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000)
    return () => clearInterval(timer)
  }, [])
  return (
    <main className="page narrow stack" aria-busy="true" data-ready={session.ready}>
      <h1>{words.preparing}</h1>
      <p>{words.preparingLead}</p>
      <progress aria-label={words.preparing} />
      <p className="quiet">{words.waited(seconds)}</p>
    </main>
  )
}
