import { useCallback, useEffect, useState } from 'react'
import { useAnswer } from '../../api/use-answer.ts'
import { useDeed } from '../../api/use-deed.ts'
import { Asked } from '../../design/asked.tsx'
import { Failure } from '../../design/failure.tsx'
import { usePageTitle } from '../../design/use-page-title.ts'
import { fetchQueue, type QueueFilter, type QueuePage as Shown } from '../calls.ts'
import type { QueueLine } from '../case-types.ts'
import { useCaseDeskWords } from '../words/use-case-desk-words.ts'
import { BulkBar } from './bulk-bar.tsx'
import { lineKey } from './line-key.ts'
import { keepQueue } from './queue-store.ts'
import { QueueTable } from './queue-table.tsx'
import '../cases.css'

const everything: QueueFilter = { unit: '', procedure: '', late: false }

/** The queue: who, what, which clock, next action; the earliest legal day first. */
export function QueuePage() {
  const { words } = useCaseDeskWords()
  const [filter, setFilter] = useState(everything)
  const load = useCallback(() => fetchQueue(filter, null), [filter])
  const answer = useAnswer(load)
  usePageTitle(words.queue)
  return (
    <div className="stack">
      <Asked answer={answer}>
        {(first) => (
          <Queue first={first} filter={filter} onFilter={setFilter} again={answer.again} asking={answer.asking} />
        )}
      </Asked>
    </div>
  )
}

function Queue({
  first,
  filter,
  onFilter,
  again,
  asking,
}: {
  readonly first: Shown
  readonly filter: QueueFilter
  readonly onFilter: (filter: QueueFilter) => void
  readonly again: () => void
  readonly asking: boolean
}) {
  const { words, say } = useCaseDeskWords()
  const [rest, setRest] = useState<readonly Shown[]>([])
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  useEffect(() => {
    setRest([])
    setChosen(new Set())
  }, [first])
  const next = (rest.at(-1) ?? first).next
  const more = useDeed(
    () => fetchQueue(filter, next),
    (page) => setRest([...rest, page]),
  )
  const lines: readonly QueueLine[] = [first, ...rest].flatMap((page) => page.lines)
  useEffect(() => keepQueue(lines.map(({ caseId }) => caseId)))
  const toggle = (key: string): void => {
    const now = new Set(chosen)
    if (!now.delete(key)) now.add(key)
    setChosen(now)
  }
  const filtered = filter.unit !== '' || filter.procedure !== '' || filter.late
  return (
    <>
      <header className="row spread">
        <h1>
          {words.queue} <span className="quiet count">{words.queueCount(lines.length, next !== null)}</span>
        </h1>
        <div className="row">
          {first.units.length < 2 ? null : (
            <select
              className="fit"
              aria-label={words.unit}
              value={filter.unit}
              onChange={(event) => onFilter({ ...filter, unit: event.target.value })}
            >
              <option value="">{words.allUnits}</option>
              {first.units.map(({ id, label }) => (
                <option key={id} value={id}>
                  {say(label)}
                </option>
              ))}
            </select>
          )}
          <select
            className="fit"
            aria-label={words.procedure}
            value={filter.procedure}
            onChange={(event) => onFilter({ ...filter, procedure: event.target.value })}
          >
            <option value="">{words.allProcedures}</option>
            {first.procedures.map(({ id, label }) => (
              <option key={id} value={id}>
                {say(label)}
              </option>
            ))}
          </select>
          <label className="check">
            <input
              type="checkbox"
              checked={filter.late}
              onChange={(event) => onFilter({ ...filter, late: event.target.checked })}
            />
            {words.lateOnly}
          </label>
        </div>
      </header>
      <BulkBar
        lines={lines.filter((line) => chosen.has(lineKey(line)))}
        onDone={again}
        onClear={() => setChosen(new Set())}
      />
      {lines.length === 0 && !asking ? (
        <p className="notice">{filtered ? words.queueEmptyFilter : words.queueEmpty}</p>
      ) : (
        <QueueTable lines={lines} units={first.units.length} chosen={chosen} onToggle={toggle} />
      )}
      <Failure failed={more.failed} />
      {next === null ? null : (
        <div>
          <button type="button" className="choice fit" disabled={more.doing} onClick={more.run}>
            {words.more}
          </button>
        </div>
      )}
      {lines.length === 0 ? null : <p className="quiet fine keys">{words.keys}</p>}
    </>
  )
}
