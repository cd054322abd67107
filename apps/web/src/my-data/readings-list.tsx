import { useState } from 'react'
import { instantText } from '../format/instant.ts'
import type { MyReading } from './calls.ts'
import { useMyDataWords } from './use-my-data-words.ts'

/** How many are shown before one asks for the rest. */
const first = 10

/** Who looked, from where, why: newest first, in plain words. */
export function ReadingsList({ readings }: { readonly readings: readonly MyReading[] }) {
  const { words, language, say } = useMyDataWords()
  const [all, setAll] = useState(false)
  if (readings.length === 0) return <p className="notice">{words.readingsNone}</p>
  const shown = all ? readings : readings.slice(0, first)
  return (
    <>
      <ul className="readings">
        {shown.map((reading) => {
          const { at, by, purpose, what } = reading
          const who = [by?.name ?? words.someone, by?.post ? say(by.post) : ''].filter(Boolean).join(' ')
          return (
            <li key={`${at} ${by?.name ?? ''} ${what.zh}`} className="card">
              <p className="small quiet">{instantText(at, language)}</p>
              <p>
                <strong>{words.readBy(who, by?.unit ? say(by.unit) : '')}</strong>
              </p>
              <p>{words.because(say(purpose))}</p>
              <p className="small quiet">{say(what)}</p>
            </li>
          )
        })}
      </ul>
      {shown.length < readings.length ? (
        <button type="button" className="choice" onClick={() => setAll(true)}>
          {words.more(readings.length - shown.length)}
        </button>
      ) : null}
    </>
  )
}
