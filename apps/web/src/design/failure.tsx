import { messagesElsewhere, type ProblemSaid } from '../api/refused.ts'
import { clockText } from '../format/instant.ts'
import { useWords } from '../messages/language.tsx'

const noAnswer = {
  title: { zh: '没有连上', en: 'No connection' },
  detail: {
    zh: '不知道有没有送到。您填的都在；再按一次，同一件事不会做两遍。',
    en: 'It may or may not have arrived. What you typed is still here; press again: nothing is done twice.',
  },
}

/** A wait under two minutes is said in seconds, a longer one by the clock. */
function waitUntil(seconds: number) {
  if (seconds < 120) return { zh: `${seconds} 秒以后再试。`, en: `Try again in ${seconds} seconds.` }
  const clock = clockText(new Date(Date.now() + seconds * 1000).toISOString())
  return { zh: `${clock} 以后再试。`, en: `Try again after ${clock}.` }
}

/**
 * Why something was not done, in the service's words; messages about `fields` stand at those fields instead.
 * `problem` null: nobody answered.
 */
export function Failure({
  failed,
  fields = [],
}: {
  readonly failed: { readonly problem: ProblemSaid | null } | null
  readonly fields?: readonly string[]
}) {
  const { say } = useWords()
  if (failed === null) return null
  const { problem } = failed
  const others = problem === null ? [] : messagesElsewhere(problem, fields)
  return (
    <div className="notice warn failure" role="alert" data-code={problem?.code ?? 'no-answer'}>
      <p>
        <strong>{problem === null ? say(noAnswer.title) : problem.title}</strong>
      </p>
      <p>{problem === null ? say(noAnswer.detail) : problem.detail}</p>
      {problem?.retryAfter ? <p>{say(waitUntil(problem.retryAfter))}</p> : null}
      {others.length === 0 ? null : (
        <ul>
          {others.map((message) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
