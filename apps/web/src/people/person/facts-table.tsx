import { Fragment, useState } from 'react'
import { dayText } from '../../format/day.ts'
import type { PersonFact, PersonShown } from '../calls.ts'
import { usePlaces } from '../places.ts'
import type { Why } from '../purpose/work-purpose.ts'
import { usePeopleWords } from '../words/use-people-words.ts'
import { usePersonWords } from '../words/use-person-words.ts'
import { CorrectForm } from '../write/correct-form.tsx'
import type { Done } from '../write/done-note.tsx'
import { factOrder } from './fact-order.ts'
import { factText } from './fact-text.ts'
import { Recording } from './recording.tsx'

/** What is believed now, each with its source and who recorded it; a wrong one is corrected in its place. */
export function FactsTable({
  person,
  why,
  onDone,
}: {
  readonly person: PersonShown
  /** null: reading only. */
  readonly why: Why | null
  readonly onDone: (done: Done) => void
}) {
  const { words, language, say } = usePersonWords()
  const { words: people } = usePeopleWords()
  const { placeName } = usePlaces()
  const [open, setOpen] = useState<string | null>(null)
  const facts = person.history.filter(({ believed }) => believed).toSorted(factOrder)
  const text = {
    region: person.region,
    people,
    person: words,
    placeName,
    dayText: (day: string) => dayText(day, language),
  }
  const close = (id: string): void => {
    setOpen(null)
    // The button is drawn again in this turn; the keyboard goes back to it.
    requestAnimationFrame(() => document.getElementById(`correct-${id}`)?.focus())
  }
  const row = (fact: PersonFact) => {
    const item = say(fact.label)
    const correcting = open === fact.id && why !== null
    return (
      <Fragment key={fact.id}>
        <tr className={correcting ? 'open' : ''}>
          <th scope="row">{item}</th>
          <td lang="zh-CN">{factText(fact, text)}</td>
          <td className="nowrap">{fact.to === null ? fact.from : words.range(fact.from, fact.to)}</td>
          <td className="fine quiet">
            <Recording fact={fact} short />
          </td>
          {why === null ? null : (
            <td className="nowrap">
              {correcting ? null : (
                <button
                  type="button"
                  id={`correct-${fact.id}`}
                  className="link-button"
                  aria-label={words.correctOf(item)}
                  onClick={() => setOpen(fact.id)}
                >
                  {words.correct}
                </button>
              )}
            </td>
          )}
        </tr>
        {correcting ? (
          <tr className="open form-row">
            <td colSpan={5}>
              <CorrectForm
                person={person}
                fact={fact}
                item={words.correctOf(item)}
                why={why}
                onDone={onDone}
                onCancel={() => close(fact.id)}
              />
            </td>
          </tr>
        ) : null}
      </Fragment>
    )
  }
  return (
    <section className="panel" aria-labelledby="facts">
      <h2 id="facts">{words.facts}</h2>
      <table className="dense stacks facts">
        <thead>
          <tr>
            <th scope="col">{words.item}</th>
            <th scope="col">{words.value}</th>
            <th scope="col">{words.from}</th>
            <th scope="col">{words.source}</th>
            {why === null ? null : (
              <th scope="col">
                <span className="visually-hidden">{words.correct}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>{facts.map(row)}</tbody>
      </table>
    </section>
  )
}
