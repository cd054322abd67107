import { useState } from 'react'
import { messageAt } from '../api/refused.ts'
import { useDeed } from '../api/use-deed.ts'
import { Failure } from '../design/failure.tsx'
import { shortInstant } from '../format/instant.ts'
import { type DeadLetter, settleLetter } from './calls.ts'
import { useDeliveryWords } from './use-delivery-words.ts'

type Deed = 'send-again' | 'by-hand'

/** What could not be delivered: each is sent again or left to people, with a reason. */
export function DeadLetters({
  letters,
  onSettled,
}: {
  readonly letters: readonly DeadLetter[]
  readonly onSettled: () => void
}) {
  const { words, say } = useDeliveryWords()
  const [why, setWhy] = useState<Readonly<Record<string, string>>>({})
  const [last, setLast] = useState<Deed | null>(null)
  const deed = useDeed(
    async (id: string, how: Deed) => {
      await settleLetter(id, how, (why[id] ?? '').trim())
      return how
    },
    (how) => {
      setLast(how)
      onSettled()
    },
  )
  return (
    <section className="panel" aria-labelledby="dead-letters">
      <h2 id="dead-letters">{words.letters}</h2>
      {last === null ? null : (
        <p className="notice done" role="status">
          {words.settled[last]}
        </p>
      )}
      {letters.length === 0 ? (
        <p className="quiet">{words.lettersNone}</p>
      ) : (
        <p className="quiet">{words.lettersLead}</p>
      )}
      {letters.length === 0 ? null : (
        <table className="dense stacks">
          <thead>
            <tr>
              <th scope="col">{words.letter}</th>
              <th scope="col">{words.case}</th>
              <th scope="col">{words.tried}</th>
              <th scope="col">{words.lastError}</th>
              <th scope="col">{words.why}</th>
            </tr>
          </thead>
          <tbody>
            {letters.map((letter) => {
              const name = `${words.names[letter.department] ?? letter.department} · ${say(letter.itemLabel)}`
              const ready = (why[letter.id] ?? '').trim().length >= 2 && !deed.doing
              return (
                <tr key={letter.id}>
                  <th scope="row">{name}</th>
                  <td className="nowrap" lang="zh-CN">
                    {letter.number}
                  </td>
                  <td className="nowrap">
                    {words.times(letter.attempts)} <span className="quiet fine">{shortInstant(letter.createdAt)}</span>
                  </td>
                  <td className="fine">{letter.lastError ?? '—'}</td>
                  <td>
                    <div className="row">
                      <input
                        type="text"
                        className="fit"
                        aria-label={`${words.why} ${name}`}
                        value={why[letter.id] ?? ''}
                        onChange={(event) => setWhy({ ...why, [letter.id]: event.target.value })}
                      />
                      <button
                        type="button"
                        className="choice fit"
                        disabled={!ready}
                        onClick={() => deed.run(letter.id, 'send-again')}
                      >
                        {words.sendAgain}
                      </button>
                      <button
                        type="button"
                        className="choice fit"
                        disabled={!ready}
                        onClick={() => deed.run(letter.id, 'by-hand')}
                      >
                        {words.byHand}
                      </button>
                    </div>
                    {messageAt(deed.failed?.problem ?? null, 'words') === null ? null : (
                      <p className="error fine">{messageAt(deed.failed?.problem ?? null, 'words')}</p>
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      <Failure failed={deed.failed} fields={['words']} />
    </section>
  )
}
