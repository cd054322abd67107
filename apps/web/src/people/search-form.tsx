import type { FormEvent, KeyboardEvent, RefObject } from 'react'
import { useId } from 'react'
import { Link, useLocation } from 'wouter'
import { useStaff } from '../sign-in/session.tsx'
import { isComplete } from './purpose/offered.ts'
import { PurposeBar } from './purpose/purpose-bar.tsx'
import { useWhy } from './purpose/work-purpose.ts'
import { search, typeSearch, useSearch } from './search-store.ts'
import './people.css'
import { usePeopleWords } from './words/use-people-words.ts'

/** The box that finds people, with the purpose it does so for. Enter searches; from the home it leads to the list. */
export function SearchForm({
  box,
  onDown,
}: {
  readonly box: RefObject<HTMLInputElement | null>
  /** The arrow down: into the results, where there are some. */
  readonly onDown?: () => void
}) {
  const { words } = usePeopleWords()
  const { post } = useStaff()
  const why = useWhy(post)
  const { text } = useSearch()
  const [path, navigate] = useLocation()
  const id = useId()
  if (post === null) return null
  const complete = isComplete(why, post)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (why === null || !complete || text.trim() === '') return
    void search(text.trim(), why)
    if (path !== '/desk/people') navigate('/desk/people')
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' || onDown === undefined) return
    event.preventDefault()
    onDown()
  }
  return (
    <div className="stack search-form">
      <PurposeBar />
      <form role="search" className="row" onSubmit={submit}>
        <label className="visually-hidden" htmlFor={id}>
          {words.searchLabel}
        </label>
        <input
          id={id}
          ref={box}
          type="search"
          className="search-box"
          autoComplete="off"
          spellCheck={false}
          placeholder={words.searchLabel}
          value={text}
          onChange={(event) => typeSearch(event.target.value)}
          onKeyDown={onKey}
        />
        <button type="submit" className="button" disabled={!complete}>
          {words.search}
        </button>
        <Link className="quiet-button" href="/desk/people/new">
          {words.register}
        </Link>
      </form>
      <p className="fine quiet keys">{why !== null && !complete ? words.caseNeeded : words.searchKeys}</p>
    </div>
  )
}
