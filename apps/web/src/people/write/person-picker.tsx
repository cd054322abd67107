import { type KeyboardEvent, useId, useState } from 'react'
import type { FoundPerson } from '../../api/register-types.ts'
import { useDeed } from '../../api/use-deed.ts'
import { Failure } from '../../design/failure.tsx'
import { searchPeople } from '../calls.ts'
import type { Why } from '../purpose/work-purpose.ts'
import { useWriteWords } from '../words/use-write-words.ts'

export interface Picked {
  readonly id: string
  readonly name: string
}

/** Finds one other person inside a form; it is a search like any other and is written down as one. */
export function PersonPicker({
  label,
  picked,
  why,
  error = null,
  onPick,
}: {
  readonly label: string
  readonly picked: Picked | null
  readonly why: Why
  readonly error?: string | null
  readonly onPick: (person: Picked | null) => void
}) {
  const { words } = useWriteWords()
  const id = useId()
  const [text, setText] = useState('')
  const [people, setPeople] = useState<readonly FoundPerson[] | null>(null)
  const deed = useDeed(
    (typed: string) => searchPeople(typed, why),
    (found) => setPeople(found.people),
  )
  const find = (): void => {
    if (text.trim() !== '') deed.run(text.trim())
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return
    // Enter finds the person; it does not send the form around it.
    event.preventDefault()
    find()
  }
  const wrong = error === null ? undefined : `${id}-error`
  return (
    <div className="field-block picker" role="group" aria-labelledby={`${id}-label`}>
      <label id={`${id}-label`} htmlFor={id}>
        {label}
      </label>
      {picked === null ? (
        <div className="row">
          <input
            id={id}
            type="search"
            autoComplete="off"
            placeholder={words.personFind}
            aria-invalid={error === null ? undefined : true}
            aria-describedby={wrong}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={onKey}
          />
          <button type="button" className="choice fit" disabled={deed.doing} onClick={find}>
            {words.personPick}
          </button>
        </div>
      ) : (
        <div className="row">
          <strong id={id} lang="zh-CN">
            {picked.name}
          </strong>
          <button type="button" className="link-button" onClick={() => onPick(null)}>
            {words.personClear}
          </button>
        </div>
      )}
      <Failure failed={deed.failed} />
      {picked === null && people !== null ? (
        people.length === 0 ? (
          <p role="status" className="fine quiet">
            {words.personNone}
          </p>
        ) : (
          <ul className="picker-list">
            {people.map((person) => (
              <li key={person.id}>
                <button type="button" className="choice" lang="zh-CN" onClick={() => onPick(person)}>
                  {person.name} · {person.birthDate} · {person.townshipName?.zh ?? person.township} ·{' '}
                  {person.identityNumber ?? '—'}
                </button>
              </li>
            ))}
          </ul>
        )
      ) : null}
      <p id={wrong} className="error fine" role="alert" hidden={error === null}>
        {error}
      </p>
    </div>
  )
}
