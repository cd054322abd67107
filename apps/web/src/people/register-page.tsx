import { useMemo, useState } from 'react'
import { Link, useSearch as useAddressQuery } from 'wouter'
import { useFirstFocus } from '../design/use-first-focus.ts'
import { usePageTitle } from '../design/use-page-title.ts'
import { useStaff } from '../sign-in/session.tsx'
import { useAnswer } from '../api/use-answer.ts'
import { Asked } from '../design/asked.tsx'
import { readPerson } from './calls.ts'
import { isComplete, offeredForReading } from './purpose/offered.ts'
import { PurposeBar } from './purpose/purpose-bar.tsx'
import { useWhy } from './purpose/work-purpose.ts'
import { useWriteWords } from './words/use-write-words.ts'
import { HandOverForm } from './write/hand-over-form.tsx'
import { RegisterForm } from './write/register-form.tsx'
import './people.css'

/** A newborn or newcomer. Coming from the mother's page, she and her household stand in the form already. */
export function RegisterPage() {
  const { words } = useWriteWords()
  const { post } = useStaff()
  const why = useWhy(post)
  const mother = new URLSearchParams(useAddressQuery()).get('mother')
  const [done, setDone] = useState<{ readonly id: string; readonly name: string } | null>(null)
  usePageTitle(words.registerTitle)
  const rule = post === null ? undefined : offeredForReading(post).find(({ purpose }) => purpose === why?.purpose)
  const ready = post !== null && why !== null && isComplete(why, post)
  const load = useMemo(
    () => (!ready || mother === null ? null : () => readPerson(mother, { ...why, fields: [], births: true })),
    [ready, mother, why],
  )
  const answer = useAnswer(load)
  return (
    <div className="stack register-page">
      <PurposeBar />
      <h1>{words.registerTitle}</h1>
      <p className="lead">{words.registerLead}</p>
      {done === null ? null : <Registered done={done} onAnother={() => setDone(null)} />}
      {!ready ? <p className="notice">{words.needPurpose}</p> : null}
      {ready && rule?.forbidden === true ? <p className="notice warn">{words.noWriting}</p> : null}
      {!ready || rule?.forbidden === true || done !== null ? null : mother === null ? (
        <RegisterForm post={post} why={why} mother={null} onDone={setDone} />
      ) : (
        <Asked answer={answer}>
          {(shown) => <RegisterForm post={post} why={why} mother={shown} onDone={setDone} />}
        </Asked>
      )}
      {why?.purpose === 'registration' && post !== null && post.area !== null && mother === null ? (
        <HandOverForm />
      ) : null}
    </div>
  )
}

function Registered({
  done,
  onAnother,
}: {
  readonly done: { readonly id: string; readonly name: string }
  readonly onAnother: () => void
}) {
  const { words } = useWriteWords()
  const first = useFirstFocus<HTMLAnchorElement>()
  return (
    <p className="notice done row" role="status">
      {words.registered}
      <Link href={`/desk/people/${done.id}`} ref={first}>
        {words.openRegistered(done.name)}
      </Link>
      <button type="button" className="choice fit" onClick={onAnother}>
        {words.another}
      </button>
    </p>
  )
}
