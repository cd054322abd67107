import { type FormEvent, useCallback, useState } from 'react'
import { useAnswer } from '../api/use-answer.ts'
import { useDeed } from '../api/use-deed.ts'
import { Asked } from '../design/asked.tsx'
import { Failure } from '../design/failure.tsx'
import { usePageTitle } from '../design/use-page-title.ts'
import { fetchLog, type LogEntry, type LogQuery } from './calls.ts'
import { EntriesTable } from './entries-table.tsx'
import { useLogWords } from './use-log-words.ts'
import { VerifyChain } from './verify-chain.tsx'
import './log.css'

/** Everything that was done, newest first, by day and kind. */
export function LogPage() {
  const { words } = useLogWords()
  usePageTitle(words.title)
  const [query, setQuery] = useState<LogQuery>({})
  const load = useCallback(() => fetchLog(query), [query])
  const answer = useAnswer(load)
  return (
    <div className="stack">
      <header className="row spread">
        <div>
          <h1>{words.title}</h1>
          <p className="quiet">{words.lead}</p>
        </div>
        <VerifyChain />
      </header>
      <LogFilter onShow={setQuery} />
      <Asked answer={answer}>{(part) => <Entries key={JSON.stringify(query)} first={part} query={query} />}</Asked>
    </div>
  )
}

function Entries({
  first,
  query,
}: {
  readonly first: { readonly entries: readonly LogEntry[]; readonly next: string | null }
  readonly query: LogQuery
}) {
  const { words } = useLogWords()
  const [later, setLater] = useState<readonly LogEntry[]>([])
  const [cursor, setCursor] = useState(first.next)
  const more = useDeed(
    (from: string) => fetchLog({ ...query, cursor: from }),
    ({ entries, next }) => {
      setLater([...later, ...entries])
      setCursor(next)
    },
  )
  const entries = [...first.entries, ...later]
  if (entries.length === 0) return <p className="quiet">{words.empty}</p>
  return (
    <>
      <EntriesTable entries={entries} />
      <Failure failed={more.failed} />
      {cursor === null ? null : (
        <div>
          <button type="button" className="choice fit" disabled={more.doing} onClick={() => more.run(cursor)}>
            {words.more}
          </button>
        </div>
      )}
    </>
  )
}

function LogFilter({ onShow }: { readonly onShow: (query: LogQuery) => void }) {
  const { words } = useLogWords()
  const [query, setQuery] = useState<LogQuery>({})
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onShow(query)
  }
  const day = (name: 'from' | 'to') => (
    <label className="row">
      {words[name]}
      <input
        type="date"
        value={query[name] ?? ''}
        onChange={(event) => setQuery({ ...query, [name]: event.target.value })}
      />
    </label>
  )
  return (
    <form className="row" onSubmit={submit} aria-label={words.title}>
      {day('from')}
      {day('to')}
      <label className="row">
        {words.kind}
        <select
          className="fit"
          value={query.kind ?? ''}
          onChange={(event) => setQuery({ ...query, kind: event.target.value })}
        >
          <option value="">{words.all}</option>
          {Object.entries(words.kinds).map(([kind, label]) => (
            <option key={kind} value={kind}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="button">
        {words.show}
      </button>
    </form>
  )
}
