import { type ReactNode, useCallback, useState } from 'react'
import { Link } from 'wouter'
import type { FieldOfPerson } from '../../api/register-types.ts'
import { usePageTitle } from '../../design/use-page-title.ts'
import type { PersonShown } from '../calls.ts'
import type { Why } from '../purpose/work-purpose.ts'
import { usePeopleWords } from '../words/use-people-words.ts'
import { usePersonWords } from '../words/use-person-words.ts'
import { DoneNote, type Done } from '../write/done-note.tsx'
import { StateForm } from '../write/state-form.tsx'
import { FactsTable } from './facts-table.tsx'
import { FamilyPanel } from './family-panel.tsx'
import { HistoryPanel } from './history-panel.tsx'
import { PersonHead } from './person-head.tsx'

/** Facts to the left, what was believed when to the right, and what was just done always above both. */
export function PersonView({
  person,
  why,
  births,
  shownWhole,
  onShowWhole,
  onChanged,
  breakGlass,
}: {
  readonly person: PersonShown
  /** null in an emergency: then there is reading only. */
  readonly why: Why | null
  readonly births: boolean
  readonly shownWhole: readonly FieldOfPerson[]
  readonly onShowWhole: (field: FieldOfPerson) => void
  readonly onChanged: () => void
  readonly breakGlass: ReactNode
}) {
  const { words } = usePersonWords()
  const { words: people } = usePeopleWords()
  const [done, setDone] = useState<Done | null>(null)
  usePageTitle(person.name)
  const onDone = useCallback(
    (what: Done) => {
      setDone(what)
      onChanged()
    },
    [onChanged],
  )
  const mayWrite = why !== null && births
  return (
    <>
      <PersonHead person={person} shownWhole={shownWhole} onShowWhole={onShowWhole} />
      {done === null || why === null ? null : <DoneNote done={done} person={person} why={why} onDone={onDone} />}
      <div className="person-columns">
        <div className="stack">
          <FactsTable person={person} why={mayWrite ? why : null} onDone={onDone} />
          {mayWrite ? (
            <div className="row">
              <StateForm person={person} why={why} onDone={onDone} />
              {person.sex === 'male' ? null : (
                <Link className="choice fit" href={`/desk/people/new?mother=${person.id}`}>
                  {words.newborn}
                </Link>
              )}
            </div>
          ) : null}
          {breakGlass}
        </div>
        <div className="stack">
          {births ? <FamilyPanel person={person} /> : <p className="notice">{people.forbidden.hidden}</p>}
          <HistoryPanel person={person} />
        </div>
      </div>
    </>
  )
}
