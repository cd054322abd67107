import type { KeyboardEvent, RefObject } from 'react'
import { Link } from 'wouter'
import type { Found } from '../api/register-types.ts'
import { ageText } from './age-text.ts'
import { usePeopleWords } from './words/use-people-words.ts'
import { todayHere } from '../format/day.ts'

/** Who was found. The arrows go from row to row, Enter opens, Escape returns to the box. */
export function ResultsTable({
  found,
  table,
  onLeave,
}: {
  readonly found: Found
  readonly table: RefObject<HTMLTableElement | null>
  readonly onLeave: () => void
}) {
  const { words, say } = usePeopleWords()
  const { people, more } = found
  const by = words.by[found.by] ?? ''
  const today = todayHere()
  if (people.length === 0)
    return (
      <div className="notice" role="status">
        <p>
          <strong>{words.none(by)}</strong>
        </p>
        <p>{words.noneDo}</p>
      </div>
    )
  const onKey = (event: KeyboardEvent<HTMLTableElement>): void => {
    if (event.key === 'Escape') onLeave()
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    const links = [...event.currentTarget.querySelectorAll<HTMLElement>('tbody a[href]')]
    const at = links.findIndex((link) => link === document.activeElement)
    if (event.key === 'ArrowUp' && at <= 0) onLeave()
    else links[event.key === 'ArrowDown' ? at + 1 : at - 1]?.focus()
  }
  return (
    <>
      <p role="status">
        {words.found(by, people.length)}
        {more ? ` ${words.more}` : ''}
      </p>
      <table className="dense stacks results" ref={table} onKeyDown={onKey}>
        <thead>
          <tr>
            <th scope="col">{words.columns.name}</th>
            <th scope="col">{words.columns.sex}</th>
            <th scope="col">{words.columns.born}</th>
            <th scope="col">{words.columns.place}</th>
            <th scope="col">{words.columns.identity}</th>
            <th scope="col">{words.columns.phone}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <th scope="row" lang="zh-CN">
                <Link href={`/desk/people/${person.id}`}>{person.name}</Link>
              </th>
              <td>{words.sex[person.sex ?? ''] ?? '—'}</td>
              <td>
                {person.birthDate} <span className="quiet">{ageText(person.birthDate, today, words)}</span>
              </td>
              <td lang="zh-CN">
                {person.townshipName === null ? person.township : say(person.townshipName)}{' '}
                {person.villageName === null ? '' : say(person.villageName)}
              </td>
              <td className="masked">{person.identityNumber ?? '—'}</td>
              <td className="masked">{person.phone ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
