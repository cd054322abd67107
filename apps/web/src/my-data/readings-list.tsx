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
          const { at, by, purpose, what, own, emergency, fields } = reading
          const where = own ? [] : [by.unit, by.post].flatMap((text) => (text === null ? [] : [say(text)]))
          return (
            <li key={`${at} ${by.name ?? ''} ${what.zh}`} className="card">
              <p className="small quiet">{instantText(at, language)}</p>
              <p>
                <strong lang={own ? undefined : 'zh-CN'}>{own ? words.me : (by.name ?? words.someone)}</strong>
              </p>
              {where.length === 0 ? null : <p className="small">{where.join(' · ')}</p>}
              {purpose === null || own || emergency ? null : <p>{words.because(say(purpose))}</p>}
              {emergency ? <p className="small waiting-note">{words.emergency}</p> : null}
              <p className="small quiet">
                {say(what)}
                {fields.length === 0 || own ? '' : words.sawWhole(fields.map((field) => words.fields[field]))}
              </p>
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
