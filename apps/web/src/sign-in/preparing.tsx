import { useEffect, useState } from 'react'
import type { Session } from '../api/register-types.ts'
import { useSignInWords } from './use-sign-in-words.ts'

/** The database is being prepared: what is done of it, as the service counts it, and nothing invented about the rest. */
export function Preparing({ session }: { readonly session: Session }) {
  const { words, language } = useSignInWords()
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000)
    return () => clearInterval(timer)
  }, [])
  const { phase, done, of } = session.preparing ?? { phase: 'database', done: 0, of: null }
  const number = (n: number): string => n.toLocaleString(language === 'zh' ? 'zh-CN' : 'en')
  return (
    <main className="page narrow stack" aria-busy="true" data-ready={session.ready}>
      <h1>{words.preparing}</h1>
      <p>{words.preparingLead}</p>
      <ol className="phases">
        {phases.map((one) => (
          <li key={one} aria-current={one === phase ? 'step' : undefined} data-state={stateOf(one, phase)}>
            {words.phases[one]}
            {one === phase && done > 0 ? (
              <span className="quiet">
                {' '}
                {of === null ? words.counted(number(done)) : words.countedOf(number(done), number(of))}
              </span>
            ) : null}
          </li>
        ))}
      </ol>
      {of === null ? (
        <progress aria-label={words.preparing} />
      ) : (
        <progress aria-label={words.preparing} value={done} max={of} />
      )}
      <p className="quiet">{words.waited(seconds)}</p>
    </main>
  )
}

type Phase = NonNullable<Session['preparing']>['phase']
const phases: readonly Phase[] = ['database', 'checking', 'registering', 'posts', 'traces', 'opening']

function stateOf(one: Phase, now: Phase): 'done' | 'now' | 'later' {
  const [at, current] = [phases.indexOf(one), phases.indexOf(now)]
  return at < current ? 'done' : at === current ? 'now' : 'later'
}
