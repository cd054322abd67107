import { useId, useState } from 'react'
import { dayText } from '../../format/day.ts'
import { shortInstant } from '../../format/instant.ts'
import type { PersonFact, PersonShown } from '../calls.ts'
import { usePlaces } from '../places.ts'
import { usePeopleWords } from '../words/use-people-words.ts'
import { usePersonWords } from '../words/use-person-words.ts'
import { believedAt, instantsOf } from './believed-at.ts'
import { factOrder } from './fact-order.ts'
import { factText } from './fact-text.ts'
import { Recording } from './recording.tsx'

/** What was recorded when, newest first; or, at a chosen moment, what was believed then. */
export function HistoryPanel({ person }: { readonly person: PersonShown }) {
  const { words, language, say } = usePersonWords()
  const { words: people } = usePeopleWords()
  const { placeName } = usePlaces()
  const [at, setAt] = useState('')
  const id = useId()
  const { history } = person
  const text = {
    region: person.region,
    people,
    person: words,
    placeName,
    dayText: (day: string) => dayText(day, language),
  }
  const byId = new Map(history.map((fact) => [fact.id, fact]))
  const corrector = new Map(history.flatMap((fact) => (fact.corrects === null ? [] : [[fact.corrects, fact] as const])))
  const shown =
    at === ''
      ? history.toSorted((a, b) =>
          a.recordedAt === b.recordedAt ? factOrder(a, b) : a.recordedAt < b.recordedAt ? 1 : -1,
        )
      : believedAt(history, at).toSorted(factOrder)
  const entry = (fact: PersonFact) => {
    const by = at === '' ? corrector.get(fact.id) : undefined
    const old = fact.corrects === null ? undefined : byId.get(fact.corrects)
    return (
      <li key={fact.id} className={by === undefined ? '' : 'superseded'}>
        <p>
          <span className="quiet">{say(fact.label)}</span>{' '}
          {by === undefined ? (
            <strong lang="zh-CN">{factText(fact, text)}</strong>
          ) : (
            <>
              <s lang="zh-CN">{factText(fact, text)}</s>{' '}
              <span className="tag waiting">{by.value === null ? words.withdrawn : words.corrected}</span>
            </>
          )}
        </p>
        {old === undefined ? null : (
          <p>
            {(fact.value === null ? words.withdraws : words.corrects)(factText(old, text))}
            {fact.reason === null ? '' : ` ${words.reason(fact.reason)}`}
          </p>
        )}
        <p className="fine quiet">
          <Recording fact={fact} />
        </p>
      </li>
    )
  }
  return (
    <section className="panel history" aria-labelledby="history">
      <h2 id="history">{words.historyTitle}</h2>
      <p className="fine quiet">{words.historyLead}</p>
      <div className="row">
        <label htmlFor={id}>{words.at}</label>
        <select id={id} className="fit" value={at} onChange={(event) => setAt(event.target.value)}>
          <option value="">{words.atNow}</option>
          {instantsOf(history).map((instant) => (
            <option key={instant} value={instant}>
              {words.atThen(shortInstant(instant))}
            </option>
          ))}
        </select>
      </div>
      <ol className="history-list">{shown.map(entry)}</ol>
    </section>
  )
}
