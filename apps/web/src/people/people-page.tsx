import { useEffect, useRef } from 'react'
import { usePageTitle } from '../design/use-page-title.ts'
import { useSlashKey } from '../desk/use-slash-key.ts'
import { useStaff } from '../sign-in/session.tsx'
import { ForbiddenPurpose } from './purpose/forbidden-purpose.tsx'
import { useWhy } from './purpose/work-purpose.ts'
import { Failure } from '../design/failure.tsx'
import { ResultsTable } from './results-table.tsx'
import { SearchForm } from './search-form.tsx'
import { useSearch } from './search-store.ts'
import { usePeopleWords } from './words/use-people-words.ts'
import './people.css'

/** Finding people: the purpose, the box, a dense list; all of it by keyboard. */
export function PeoplePage() {
  const { words } = usePeopleWords()
  const { post } = useStaff()
  const why = useWhy(post)
  const box = useRef<HTMLInputElement>(null)
  const results = useRef<HTMLTableElement>(null)
  const last = useSearch()
  useSlashKey(box)
  usePageTitle(words.title)
  useEffect(() => {
    // After the frame has put the keyboard at the page's top: here one types first.
    const frame = requestAnimationFrame(() => box.current?.focus())
    return () => cancelAnimationFrame(frame)
  }, [])
  // A list found for one purpose is not shown under another.
  const current = last.why?.purpose === why?.purpose && last.why?.caseId === why?.caseId ? last : null
  const toResults = () => results.current?.querySelector<HTMLElement>('a[href]')?.focus()
  const refused = current?.failed?.problem
  return (
    <div className="stack">
      <h1 className="visually-hidden">{words.title}</h1>
      <SearchForm box={box} onDown={toResults} />
      <section aria-label={words.results} className="stack">
        {current?.searching === true ? (
          <p className="quiet" role="status">
            {words.searching}
          </p>
        ) : null}
        {refused?.code === 'forbidden-purpose' ? <ForbiddenPurpose /> : <Failure failed={current?.failed ?? null} />}
        {current?.found ? (
          <ResultsTable found={current.found} table={results} onLeave={() => box.current?.focus()} />
        ) : current?.searching === true || current?.failed ? null : (
          <p className="quiet">{words.start}</p>
        )}
      </section>
    </div>
  )
}
