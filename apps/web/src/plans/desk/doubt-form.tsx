import { useWords } from '../../messages/language.tsx'
import { usePlansWords } from '../words/use-plans-words.ts'
import { settleDoubt } from '../work/edits.ts'
import type { Desk } from '../work/desk-store.ts'
import type { WorkDoubt } from '../work/work.ts'
import { Quote } from './quote.tsx'
import { sectionIdOf } from './selection.ts'

/** A doubt of the reader, to be settled, with the way to what it is about. */
export function DoubtForm({
  desk,
  doubt: { id, doubt, done },
  onSelect,
}: {
  readonly desk: Desk
  readonly doubt: WorkDoubt
  readonly onSelect: (id: string | null) => void
}) {
  const { words } = usePlansWords()
  const { say } = useWords()
  const section = sectionIdOf(desk.work, id)
  const item = desk.work.items.find(({ data }) => data.at.line === doubt.at.line && data.at.col === doubt.at.col)
  return (
    <div className="form">
      <p>
        <strong>{say(doubt.what)}</strong>
      </p>
      <Quote line={doubt.at.line} quote={doubt.at.quote} />
      <div className="row">
        <button type="button" className="button" onClick={() => desk.change((work) => settleDoubt(work, id, !done))}>
          {done ? words.desk.unsettle : words.desk.settle}
        </button>
        {item ? (
          <button type="button" className="choice fit" onClick={() => onSelect(item.id)}>
            {words.desk.kinds[item.kind]}
          </button>
        ) : section === null ? null : (
          <button type="button" className="choice fit" onClick={() => onSelect(section)}>
            {doubt.section}
          </button>
        )}
      </div>
    </div>
  )
}
