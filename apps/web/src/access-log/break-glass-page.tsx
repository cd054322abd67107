import { type FormEvent, useState } from 'react'
import { messageAt } from '../api/refused.ts'
import { useAnswer } from '../api/use-answer.ts'
import { useDeed } from '../api/use-deed.ts'
import { Asked } from '../design/asked.tsx'
import { Failure } from '../design/failure.tsx'
import { Field } from '../design/field.tsx'
import { usePageTitle } from '../design/use-page-title.ts'
import { shortInstant } from '../format/instant.ts'
import { ActorName } from './actor-name.tsx'
import { type EmergencyReading, fetchEmergencies, reviewEmergency } from './calls.ts'
import { useLogWords } from './use-log-words.ts'
import './log.css'

/** Readings in an emergency: those that wait come first, and the finding is written beside the reason. */
export function BreakGlassPage() {
  const { words } = useLogWords()
  usePageTitle(words.breakGlass)
  const answer = useAnswer(fetchEmergencies)
  return (
    <div className="stack">
      <header>
        <h1>{words.breakGlass}</h1>
        <p className="quiet">{words.breakGlassLead}</p>
      </header>
      <Asked answer={answer}>
        {({ readings }) => {
          const waiting = readings.filter(({ review }) => review === null)
          const settled = readings.filter(({ review }) => review !== null)
          if (readings.length === 0) return <p className="quiet">{words.breakGlassEmpty}</p>
          return (
            <>
              <p role="status" className={waiting.length === 0 ? 'ok-text' : 'waiting-text'}>
                {waiting.length === 0 ? words.noneWaiting : words.waiting(waiting.length)}
              </p>
              <ul className="stack">
                {[...waiting, ...settled].map((reading) => (
                  <li key={reading.id} className="panel">
                    <Reading reading={reading} onReviewed={answer.again} />
                  </li>
                ))}
              </ul>
            </>
          )
        }}
      </Asked>
    </div>
  )
}

function Reading({ reading, onReviewed }: { readonly reading: EmergencyReading; readonly onReviewed: () => void }) {
  const { words } = useLogWords()
  const { id, at, actor, reason, subjects, review } = reading
  const [text, setText] = useState('')
  const deed = useDeed(reviewEmergency, onReviewed)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    deed.run(id, text)
  }
  return (
    <div className="emergency">
      <div>
        <p>
          {shortInstant(at)} <ActorName actor={actor} />{' '}
          <span className="quiet fine">{words.people(subjects.length)}</span>
        </p>
        <p>
          <span className="quiet">{words.reason}</span> <strong lang="zh-CN">{reason}</strong>
        </p>
      </div>
      {review === null ? (
        <form className="stack" onSubmit={submit} noValidate>
          <Field
            label={words.finding}
            hint={words.findingHint}
            error={messageAt(deed.failed?.problem ?? null, 'finding')}
          >
            {(props) => <textarea {...props} rows={2} value={text} onChange={(event) => setText(event.target.value)} />}
          </Field>
          <Failure failed={deed.failed} fields={['finding']} />
          <div>
            <button type="submit" className="button" disabled={deed.doing || text.trim() === ''}>
              {words.review}
            </button>
          </div>
        </form>
      ) : (
        <p>
          <span lang="zh-CN">{review.finding}</span>{' '}
          <span className="quiet fine">{words.reviewed(review.by ?? words.someone, shortInstant(review.at))}</span>
        </p>
      )}
    </div>
  )
}
