import { Link } from 'wouter'
import { getDay, toDayNumber } from '@junheng/kernel'
import { useAnswer } from '../api/use-answer.ts'
import { Asked } from '../design/asked.tsx'
import { todayHere } from '../format/day.ts'
import { AnswerItem } from './answer-item.tsx'
import { fetchWork, type WorkItem } from './calls.ts'
import { useDeskWords } from './use-desk-words.ts'

/** What is to be done, the nearest day first. Colour only for the clock. */
export function WorkList() {
  const { words, say } = useDeskWords()
  const answer = useAnswer(fetchWork)
  return (
    <section className="panel" aria-labelledby="work-list">
      <Asked answer={answer}>
        {({ items, more }) => (
          <>
            <h2 id="work-list">
              {words.work}{' '}
              {items.length === 0 ? null : <span className="quiet count">{words.workCount(items.length)}</span>}
            </h2>
            {items.length === 0 ? (
              <p className="quiet">{words.workEmpty}</p>
            ) : (
              <table className="dense stacks work">
                <thead>
                  <tr>
                    <th scope="col">{words.due}</th>
                    <th scope="col">{words.what}</th>
                    <th scope="col">{words.who}</th>
                  </tr>
                </thead>
                <tbody>
                  {items.toSorted(byDue).map((item) => (
                    <tr key={item.id}>
                      <td>
                        <Due day={item.due} />
                      </td>
                      <td>
                        {item.kind === 'handed-over' ? say(item.text) : <Link href={item.link}>{say(item.text)}</Link>}
                        {item.kind === 'correction' || item.kind === 'hand-over' ? (
                          <AnswerItem item={item} onAnswered={answer.again} />
                        ) : null}
                        {item.attention === null ? null : <p className="attention fine">{say(item.attention)}</p>}
                      </td>
                      <td lang="zh-CN">{item.subject?.name ?? ''}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
            {more ? <p className="quiet fine">{words.moreWork}</p> : null}
          </>
        )}
      </Asked>
    </section>
  )
}

function byDue(a: WorkItem, b: WorkItem): number {
  return (a.due ?? '9999') < (b.due ?? '9999') ? -1 : 1
}

function Due({ day }: { readonly day: string | null }) {
  const { words } = useDeskWords()
  if (day === null) return <span className="quiet">{words.noDue}</span>
  const left = toDayNumber(getDay(day)) - toDayNumber(todayHere())
  if (left < 0) return <span className="late-text">{words.late(-left)}</span>
  return (
    <span className={left <= 3 ? 'waiting-text' : ''}>
      {left === 0 ? words.today : words.inDays(left)} <span className="quiet fine">{day}</span>
    </span>
  )
}
