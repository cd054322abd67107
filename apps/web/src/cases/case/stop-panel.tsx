import { useRef, useState } from 'react'
import { newId } from '../../api/new-id.ts'
import { useDeed } from '../../api/use-deed.ts'
import { Failure } from '../../design/failure.tsx'
import { actOnCase } from '../calls.ts'
import type { CaseShown } from '../case-types.ts'
import { useCaseDeskWords } from '../words/use-case-desk-words.ts'

/** A death or a move that ends some of the items: noted once, by whoever learns of it; the page says what it does. */
export function StopPanel({ shown, onChanged }: { readonly shown: CaseShown; readonly onChanged: () => void }) {
  const { words, say } = useCaseDeskWords()
  const [reason, setReason] = useState('')
  const id = useRef(newId())
  const deed = useDeed(
    () => actOnCase(shown.id, { kind: 'note-stop', id: id.current, reason, facts: {} }),
    () => {
      id.current = newId()
      setReason('')
      onChanged()
    },
  )
  const noted = shown.stops.filter((stop) => stop.noted)
  const open = shown.stops.filter((stop) => !stop.noted)
  if (noted.length === 0 && (open.length === 0 || shown.endedOn !== null)) return null
  return (
    <section className="panel" aria-labelledby="case-stops">
      <h2 id="case-stops">{words.stops}</h2>
      {noted.map((stop) => (
        <p key={stop.id}>{words.stopNoted(say(stop.label))}</p>
      ))}
      {open.length === 0 || shown.endedOn !== null ? null : (
        <details>
          <summary>{words.stopNote}</summary>
          <div className="stack">
            <select aria-label={words.stopNote} value={reason} onChange={(event) => setReason(event.target.value)}>
              <option value="">—</option>
              {open.map((stop) => (
                <option key={stop.id} value={stop.id}>
                  {say(stop.label)}
                </option>
              ))}
            </select>
            <p className="fine quiet">{words.stopDoes}</p>
            <div>
              <button type="button" className="choice fit" disabled={deed.doing || reason === ''} onClick={deed.run}>
                {words.record}
              </button>
            </div>
            <Failure failed={deed.failed} />
          </div>
        </details>
      )}
    </section>
  )
}
