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

/** Where the service points at single things its own words speak to programs, of `errors` and paths. */
const pointedOut = {
  title: { zh: '有地方要改', en: 'Something needs correcting' },
  detail: {
    zh: '看看指出的地方，改好再试。填的都在，什么都没有存进去。',
    en: 'See what is pointed out, correct it and try again. What was typed is still here; nothing was kept.',
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
  const own = problem === null ? noAnswer : problem.errors.length > 0 ? pointedOut : null
  // Other titles say what could not be done; this one only that a request was malformed.
  const titled = problem === null || problem.code === 'invalid-request' ? own?.title : undefined
  return (
    <div className="notice warn failure" role="alert" data-code={problem?.code ?? 'no-answer'}>
      <p>
        <strong>{titled === undefined ? problem?.title : say(titled)}</strong>
      </p>
      <p>{own === null ? problem?.detail : say(own.detail)}</p>
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
