import { useState } from 'react'
import { useAnswer } from '../api/use-answer.ts'
import { Asked } from '../design/asked.tsx'
import { usePageTitle } from '../design/use-page-title.ts'
import { fetchRefusals } from './calls.ts'
import { EntriesTable } from './entries-table.tsx'
import { useLogWords } from './use-log-words.ts'
import './log.css'

/** What was refused, above all attempts to let births decide something else. */
export function RefusalsPage() {
  const { words } = useLogWords()
  usePageTitle(words.refusals)
  const answer = useAnswer(fetchRefusals)
  const [only, setOnly] = useState(false)
  return (
    <div className="stack">
      <header>
        <h1>{words.refusals}</h1>
        <p className="quiet">{words.refusalsLead}</p>
      </header>
      <label className="check">
        <input type="checkbox" checked={only} onChange={(event) => setOnly(event.target.checked)} />
        {words.onlyForbidden}
      </label>
      <Asked answer={answer}>
        {({ entries }) => {
          const shown = entries.filter(({ why }) => !only || why === 'forbidden-purpose')
          return shown.length === 0 ? <p className="quiet">{words.refusalsEmpty}</p> : <EntriesTable entries={shown} />
        }}
      </Asked>
    </div>
  )
}
