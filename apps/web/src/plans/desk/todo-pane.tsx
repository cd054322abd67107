import { useWords } from '../../messages/language.tsx'
import { usePlansWords } from '../words/use-plans-words.ts'
import { settleDoubt } from '../work/edits.ts'
import type { Desk } from '../work/desk-store.ts'
import type { Selected } from './selection.ts'

/** Everything the reader marked as doubtful and nobody has settled, in the order of the text. */
export function TodoPane({
  desk,
  selected,
  onSelect,
}: {
  readonly desk: Desk
  readonly selected: Selected
  readonly onSelect: (id: string) => void
}) {
  const { words } = usePlansWords()
  const { say } = useWords()
  const open = desk.work.doubts.filter(({ done }) => !done)
  return (
    <section className="todo" aria-labelledby="todo-heading">
      <h2 id="todo-heading">{words.desk.todo(open.length)}</h2>
      {open.length === 0 ? <p className="ok-text">{words.desk.todoNone}</p> : null}
      <ul>
        {open.map(({ id, doubt }) => (
          <li key={id} className={id === selected ? 'selected' : undefined}>
            <button type="button" className="todo-go" onClick={() => onSelect(id)}>
              <span>{say(doubt.what)}</span>
              <span className="quiet" lang="zh-CN">
                {words.desk.line(doubt.at.line)} {doubt.at.quote.slice(0, 18)}
              </span>
            </button>
            <button
              type="button"
              className="todo-done"
              aria-label={`${words.desk.settle}：${say(doubt.what)}`}
              onClick={() => desk.change((work) => settleDoubt(work, id, true))}
            >
              ✓
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
