import { useDeed } from '../api/use-deed.ts'
import { Failure } from '../design/failure.tsx'
import { useState } from 'react'
import { showMyNumber } from './calls.ts'
import { useMyDataWords } from './use-my-data-words.ts'

/** One's own number: hidden from whoever looks over the shoulder until it is asked for. */
export function MyNumber({ field, masked }: { readonly field: 'identity' | 'phone'; readonly masked: string }) {
  const { words } = useMyDataWords()
  const [whole, setWhole] = useState<string | null>(null)
  const deed = useDeed(showMyNumber, (person) =>
    setWhole((field === 'identity' ? person.identityNumber : person.phone) ?? masked),
  )
  return (
    <>
      <span className="number">{whole ?? masked}</span>{' '}
      <button
        type="button"
        className="quiet-button"
        disabled={deed.doing}
        onClick={() => (whole === null ? deed.run(field) : setWhole(null))}
      >
        {whole === null ? words.showNumber : words.hideNumber}
        <span className="visually-hidden">{words.fields[field]}</span>
      </button>
      <Failure failed={deed.failed} />
    </>
  )
}
