import { useRef } from 'react'
import { getDay, toDayNumber } from '@junheng/kernel'
import { Link } from 'wouter'
import { todayHere } from '../../format/day.ts'
import { useStaff } from '../../sign-in/session.tsx'
import type { QueueLine } from '../case-types.ts'
import { Due } from '../due.tsx'
import { useKeys } from '../use-keys.ts'
import { useCaseDeskWords } from '../words/use-case-desk-words.ts'
import { lineKey } from './line-key.ts'

/** j and k go from row to row, x selects, Enter opens. */
export function QueueTable({
  lines,
  units,
  chosen,
  onToggle,
}: {
  readonly lines: readonly QueueLine[]
  /** How many units the post works for: with one there is no column, unless something was handed up. */
  readonly units: number
  readonly chosen: ReadonlySet<string>
  readonly onToggle: (key: string) => void
}) {
  const { words, say } = useCaseDeskWords()
  const { session } = useStaff()
  const body = useRef<HTMLTableSectionElement>(null)
  const links = () => [...(body.current?.querySelectorAll<HTMLElement>('a[href]') ?? [])]
  const at = () => links().findIndex((link) => link.closest('tr')?.contains(document.activeElement))
  const go = (step: 1 | -1): void => {
    const all = links()
    all[Math.min(Math.max(at() + step, 0), all.length - 1)]?.focus()
  }
  useKeys({
    j: () => go(1),
    k: () => go(-1),
    x: () => {
      const line = lines[at()]
      if (line !== undefined) onToggle(lineKey(line))
    },
  })
  const today = toDayNumber(todayHere())
  // What was handed up is another unit's.
  const several = units > 1 || lines.some(({ escalatedTo }) => escalatedTo !== null)
  return (
    <table className="dense stacks queue">
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{words.select('')}</span>
          </th>
          <th scope="col">{words.due}</th>
          <th scope="col">{words.about}</th>
          <th scope="col">{words.next}</th>
          {several ? <th scope="col">{words.unit}</th> : null}
          <th scope="col">{words.since}</th>
          <th scope="col">{words.officer}</th>
        </tr>
      </thead>
      <tbody ref={body}>
        {lines.map((line) => {
          const key = lineKey(line)
          const who = line.about ?? words.nobody
          const step = `${words.what[line.what] ?? line.what} · ${say(line.itemLabel ?? line.procedureLabel)}`
          return (
            <tr key={key} className={chosen.has(key) ? 'chosen' : ''}>
              <td>
                <label className="tick">
                  <input
                    type="checkbox"
                    checked={chosen.has(key)}
                    aria-label={words.select(`${who} ${step}`)}
                    onChange={() => onToggle(key)}
                  />
                </label>
              </td>
              <td className="nowrap">
                <Due day={line.until} />
                {line.escalatedTo === null ? null : (
                  <span className="late-text fine"> {words.escalated(say(line.escalatedTo))}</span>
                )}
              </td>
              <td>
                <Link
                  href={`/desk/cases/${line.caseId}${line.item === null ? '' : `?item=${encodeURIComponent(line.item)}`}`}
                  lang="zh-CN"
                >
                  {who}
                </Link>{' '}
                <span className="quiet fine" lang="zh-CN">
                  {line.number}
                </span>
              </td>
              <td>{step}</td>
              {several ? <td>{say(line.unitLabel)}</td> : null}
              <td className="quiet">
                <span className="stacked-label">{words.since} </span>
                {words.days(today - toDayNumber(getDay(line.since)))}
              </td>
              <td className="quiet">
                {line.officer === session.user.id ? words.mine : <span lang="zh-CN">{line.officerName ?? ''}</span>}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
