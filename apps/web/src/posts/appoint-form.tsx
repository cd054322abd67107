import { type FormEvent, useState } from 'react'
import { messageAt } from '../api/refused.ts'
import { useDeed } from '../api/use-deed.ts'
import { Failure } from '../design/failure.tsx'
import { Field } from '../design/field.tsx'
import { useFirstFocus } from '../design/use-first-focus.ts'
import { todayHere } from '../format/day.ts'
import { fromDayNumber, getDay, toDayNumber } from '@junheng/kernel'
import { assign, endHolding, type PostRow, type StaffUser, substitute } from './calls.ts'
import { usePostsWords } from './use-posts-words.ts'

/** How long a substitution is proposed for, days. */
const proposedDays = 30

/** Puts somebody into a post, in somebody's place, or as a substitute for a time. */
export function AppointForm({
  row,
  where,
  role,
  users,
  onDone,
  onCancel,
}: {
  readonly row: PostRow
  readonly where: string
  readonly role: 'holder' | 'substitute'
  readonly users: readonly StaffUser[]
  readonly onDone: (text: string) => void
  readonly onCancel: () => void
}) {
  const { words, say } = usePostsWords()
  const today = todayHere()
  const first = useFirstFocus<HTMLSelectElement>()
  const [user, setUser] = useState('')
  const [from, setFrom] = useState<string>(today)
  const [to, setTo] = useState<string>(fromDayNumber(toDayNumber(getDay(today)) + proposedDays))
  const deed = useDeed(
    async () => {
      if (role === 'substitute') await substitute(row.id, { user, from, to })
      else {
        // The one who leaves serves to the day before the one who comes.
        if (row.holder !== null) await endHolding(row.id, from)
        await assign(row.id, user, from)
      }
    },
    () => onDone(words.done(users.find(({ id }) => id === user)?.name ?? '')),
  )
  const end = useDeed(
    () => endHolding(row.id, from),
    () => onDone(words.ended),
  )
  const problem = (deed.failed ?? end.failed)?.problem ?? null
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    deed.run()
  }
  const title = words.assignTo(`${where} ${say(row.title)}`)
  return (
    <form
      className="write-form no-print"
      onSubmit={submit}
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel()
      }}
    >
      <Field label={words.who} error={messageAt(problem, 'user')}>
        {(props) => (
          <select
            {...props}
            lang="zh-CN"
            required
            ref={first}
            value={user}
            onChange={(event) => setUser(event.target.value)}
          >
            <option value="" disabled>
              {words.choose}
            </option>
            {users
              .filter(({ id }) => id !== row.holder?.id)
              .map(({ id, name, username }) => (
                <option key={id} value={id}>
                  {name} · {username}
                </option>
              ))}
          </select>
        )}
      </Field>
      <Field label={words.from} error={messageAt(problem, 'from') ?? messageAt(problem, 'on')}>
        {(props) => (
          <input {...props} type="date" required value={from} onChange={(event) => setFrom(event.target.value)} />
        )}
      </Field>
      {role === 'substitute' ? (
        <Field label={words.to} error={messageAt(problem, 'to')}>
          {(props) => (
            <input {...props} type="date" required value={to} onChange={(event) => setTo(event.target.value)} />
          )}
        </Field>
      ) : null}
      <Failure failed={deed.failed ?? end.failed} fields={['user', 'from', 'to', 'on']} />
      <div className="row form-foot">
        <button type="submit" className="button" disabled={deed.doing || user === ''}>
          {role === 'substitute' ? words.saveSubstitute : words.save}
        </button>
        {role === 'holder' && row.holder !== null ? (
          <button type="button" className="choice fit" disabled={end.doing} onClick={() => end.run()}>
            {words.end}
          </button>
        ) : null}
        <button type="button" className="quiet-button" onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </form>
  )
}
