import { useState } from 'react'
import { dayText } from '../format/day.ts'
import type { PersonFact, PersonShown } from '../people/calls.ts'
import { factOrder } from '../people/person/fact-order.ts'
import { factText } from '../people/person/fact-text.ts'
import { usePeopleWords } from '../people/words/use-people-words.ts'
import { usePersonWords } from '../people/words/use-person-words.ts'
import { MyNumber } from './my-number.tsx'
import { useMyDataWords } from './use-my-data-words.ts'
import { WrongForm } from './wrong-form.tsx'

/** One's own record in plain words; each line can be objected to. */
export function MyFacts({ person, onTold }: { readonly person: PersonShown; readonly onTold: () => void }) {
  const { words, language, say } = useMyDataWords()
  const { words: people } = usePeopleWords()
  const { words: shown } = usePersonWords()
  const [open, setOpen] = useState<string | null>(null)
  const [told, setTold] = useState<string | null>(null)
  const place = [person.townshipName, person.villageName]
    .flatMap((name) => (name === null ? [] : [say(name)]))
    .join(' ')
  const text = {
    region: person.region,
    people,
    person: shown,
    // A resident's page knows the name of one place only: where they live.
    placeName: (code: string) => (code === person.village || code === person.township ? place : null),
    dayText: (day: string) => dayText(day, language),
  }
  const row = (fact: PersonFact) => {
    const item = say(fact.label)
    return (
      <li key={fact.id} className="my-fact">
        <p className="small quiet my-label">{item}</p>
        <p className="my-value" lang="zh-CN">
          {fact.kind === 'identity-number' || fact.kind === 'phone' ? (
            <MyNumber field={fact.kind === 'phone' ? 'phone' : 'identity'} masked={factText(fact, text)} />
          ) : (
            factText(fact, text) || words.unknown
          )}
        </p>
        {told === fact.id ? (
          <p className="notice" role="status">
            {words.wrongDone}
          </p>
        ) : open === fact.id ? (
          <WrongForm
            fact={fact.id}
            item={item}
            onTold={() => {
              setTold(fact.id)
              setOpen(null)
              onTold()
            }}
            onCancel={() => setOpen(null)}
          />
        ) : (
          <button
            type="button"
            className="quiet-button"
            aria-label={words.wrongOf(item)}
            onClick={() => setOpen(fact.id)}
          >
            {words.wrong}
          </button>
        )}
      </li>
    )
  }
  const facts = person.history.filter(({ believed }) => believed).toSorted(factOrder)
  return (
    <>
      <ul className="my-facts card">{facts.map(row)}</ul>
      {person.household === null ? null : (
        <section className="card stack" aria-labelledby="my-household">
          <h2 id="my-household">{words.household}</h2>
          <p lang="zh-CN">{person.household.address ?? ''}</p>
          <ul>
            {person.household.members.map((member) => (
              <li key={member.id}>
                <span lang="zh-CN">{member.name}</span>{' '}
                <span className="quiet">{shown.roles[member.role] ?? member.role}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
