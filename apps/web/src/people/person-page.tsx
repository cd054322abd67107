import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import { useAnswer } from '../api/use-answer.ts'
import type { FieldOfPerson } from '../api/register-types.ts'
import { Asked } from '../design/asked.tsx'
import { useStaff } from '../sign-in/session.tsx'
import { readPerson } from './calls.ts'
import { BreakGlass } from './person/break-glass.tsx'
import { PersonView } from './person/person-view.tsx'
import { offeredForReading, isComplete } from './purpose/offered.ts'
import { PurposeBar } from './purpose/purpose-bar.tsx'
import { useWhy } from './purpose/work-purpose.ts'
import { useSearch } from './search-store.ts'
import { usePersonWords } from './words/use-person-words.ts'
import './people.css'

/** One person on one page. Opening it is a reading for the chosen purpose; without a purpose nothing is asked for. */
export function PersonPage({ id }: { readonly id: string }) {
  const { words } = usePersonWords()
  const { post } = useStaff()
  const why = useWhy(post)
  const { found } = useSearch()
  const [fields, setFields] = useState<readonly FieldOfPerson[]>([])
  const [reason, setReason] = useState<string | null>(null)
  const rule = post === null ? undefined : offeredForReading(post).find(({ purpose }) => purpose === why?.purpose)
  const ready = reason !== null || (post !== null && isComplete(why, post))
  const births = reason !== null || rule?.forbidden !== true
  const load = useMemo(() => {
    if (reason !== null)
      return () => readPerson(id, { purpose: 'emergency', reason, fields: post?.fields ?? [], births: true })
    return why === null || !ready ? null : () => readPerson(id, { ...why, fields, births })
  }, [id, why, fields, births, reason, post, ready])
  const answer = useAnswer(load)
  const mayBreak = post?.purposes.some(({ purpose }) => purpose === 'emergency') ?? false
  const breakGlass = mayBreak && reason === null ? <BreakGlass onReason={setReason} /> : null
  return (
    <div className="stack person-page">
      <div className="row spread">
        {reason === null ? (
          <PurposeBar />
        ) : (
          <div className="notice warn row" role="status">
            <strong>{words.breakGlassOpen}</strong>
            <button type="button" className="choice fit" onClick={() => setReason(null)}>
              {words.breakGlassEnd}
            </button>
          </div>
        )}
        {found === null ? null : <Link href="/desk/people">{words.backToResults}</Link>}
      </div>
      {ready ? null : <p className="notice">{words.choose}</p>}
      {answer.failed?.problem?.status === 404 ? (
        <div className="notice stack" role="alert">
          <h1>{words.notFound}</h1>
          <p>{words.notFoundWhy}</p>
          {breakGlass}
        </div>
      ) : (
        <Asked answer={answer}>
          {(person) => (
            <PersonView
              person={person}
              why={reason === null ? why : null}
              births={births}
              shownWhole={reason === null ? fields : (post?.fields ?? [])}
              onShowWhole={(field) => setFields([...fields, field])}
              onChanged={answer.again}
              breakGlass={breakGlass}
            />
          )}
        </Asked>
      )}
    </div>
  )
}
