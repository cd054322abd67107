import { useState } from 'react'
import { Link } from 'wouter'
import { SaveCalendar } from '../../calendar/save-calendar.tsx'
import { dayText, todayHere } from '../../format/day.ts'
import type { CaseShown } from '../../cases/case-types.ts'
import { useFirstFocus } from '../../design/use-first-focus.ts'
import type { MyCase } from '../calls.ts'
import { WithName } from '../with-name.tsx'
import { useMyCaseWords } from '../use-my-case-words.ts'
import { caseDays } from './case-days.ts'
import { Contact } from './contact.tsx'
import { Documents } from './documents.tsx'
import { Item } from './item.tsx'
import { objectable, Objections } from './objections.tsx'
import { TodoList } from './todo-list.tsx'

/** How far it is, what the family must do, who has the rest and until when; everything else folded below. */
export function CasePage({
  shown,
  others,
  confirmed,
  onChanged,
}: {
  readonly shown: CaseShown
  /** Children of the same birth, each with a page of its own. */
  readonly others: readonly MyCase[]
  /** They have just confirmed it on this page. */
  readonly confirmed: boolean
  readonly onChanged: () => void
}) {
  const { words, language, say } = useMyCaseWords()
  const heading = useFirstFocus<HTMLHeadingElement>()
  const [objectTo, setObjectTo] = useState<string | null>(null)
  const { items, endedOn, number, form, history, status } = shown
  const needed = items.filter((item) => item.status !== 'not-needed')
  const done = needed.filter((item) => item.status === 'done').length
  const name = form.fields.find((field) => field.name === 'child.name')?.value
  const days = caseDays(shown, { words, language, say })
  const ended = endedOn !== null
  const summary =
    status === 'completed' ? words.allDone : status === 'withdrawn' ? words.withdrawn : ended ? words.ended : null
  return (
    <>
      {confirmed ? (
        <p className="notice done" role="status">
          {words.confirmed}
        </p>
      ) : null}
      <h1 ref={heading} tabIndex={-1} lang={language === 'zh' ? undefined : 'en'}>
        <WithName
          text={words.caseTitle(typeof name === 'string' ? name : null)}
          name={typeof name === 'string' ? name : null}
        />
      </h1>
      <p className="lead">
        <strong>{summary ?? words.progress(done, needed.length)}</strong>
        <br />
        <span className="small quiet">{words.number(number)}</span>
      </p>
      {others.length === 0 ? null : (
        <p className="others">
          {words.others}
          {others.map(({ id, about, together }) => (
            <Link key={id} href={`/me/cases/${id}`} className="choice">
              <span lang={about === null ? undefined : 'zh-CN'}>
                {about ?? words.whichChild(together?.order ?? 1, null)}
              </span>
            </Link>
          ))}
        </p>
      )}
      <TodoList shown={shown} onChanged={onChanged} />
      <section className="stack" aria-labelledby="case-items">
        <h2 id="case-items">{words.items}</h2>
        <ul className="case-items">
          {needed.map((item) => (
            <Item
              key={item.id}
              item={item}
              shown={shown}
              onObject={objectable(shown, item.id) ? () => setObjectTo(item.id) : null}
            />
          ))}
        </ul>
        {needed.length === items.length ? null : (
          <details>
            <summary>{words.notNeeded(items.length - needed.length)}</summary>
            <p className="small">
              {items
                .filter((item) => item.status === 'not-needed')
                .map(({ label }) => say(label))
                .join(language === 'zh' ? '、' : ', ')}
            </p>
          </details>
        )}
      </section>
      {days.length === 0 ? null : (
        <section className="stack" aria-labelledby="case-days">
          <h2 id="case-days">{words.dates}</h2>
          <ul>
            {days.map(({ id, day, title }) => (
              <li key={id}>
                {dayText(day, language)} {title}
              </li>
            ))}
          </ul>
          <SaveCalendar days={days} on={todayHere()} label={words.toCalendar} />
        </section>
      )}
      <Documents shown={shown} onChanged={onChanged} />
      <Objections shown={shown} onChanged={onChanged} about={objectTo} />
      <section className="stack" aria-labelledby="case-contact">
        <h2 id="case-contact">{words.contact}</h2>
        <Contact shown={shown} />
      </section>
      <details>
        <summary>{words.history}</summary>
        <ol className="case-history">
          {history.map((step, index) => (
            // One action may stand several times where a program repeats it; its place tells them apart.
            <li key={`${step.id} ${index}`}>
              <span className="small quiet">
                {dayText(step.on, language)} {say(step.unitLabel)}
              </span>
              <br />
              {words.kinds[step.kind] ?? step.kind}
              {step.item === null ? '' : ` · ${labelOf(shown, step.item, say)}`}
              {step.words === null ? null : (
                <span className="quiet" lang="zh-CN">
                  {' '}
                  {step.words}
                </span>
              )}
            </li>
          ))}
        </ol>
      </details>
    </>
  )
}

function labelOf({ items }: CaseShown, id: string, say: (text: { zh: string; en: string }) => string): string {
  const found = items.find((item) => item.id === id)
  return found === undefined ? id : say(found.label)
}
