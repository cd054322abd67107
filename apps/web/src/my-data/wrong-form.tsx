import { type FormEvent, useState } from 'react'
import { messageAt } from '../api/refused.ts'
import { useDeed } from '../api/use-deed.ts'
import { Failure } from '../design/failure.tsx'
import { Field } from '../design/field.tsx'
import { askCorrection } from './calls.ts'
import { useMyDataWords } from './use-my-data-words.ts'

/** What is wrong and how one knows: it goes to the staff of one's own village or township. */
export function WrongForm({
  fact,
  item,
  onTold,
  onCancel,
}: {
  readonly fact: string
  readonly item: string
  readonly onTold: () => void
  readonly onCancel: () => void
}) {
  const { words } = useMyDataWords()
  const [text, setText] = useState('')
  const deed = useDeed(askCorrection, onTold)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    deed.run(fact, text.trim())
  }
  return (
    <form className="stack" onSubmit={submit} aria-label={words.wrongOf(item)}>
      <Field label={words.wrongText} hint={words.wrongHint} error={messageAt(deed.failed?.problem ?? null, 'text')}>
        {(props) => (
          <textarea
            {...props}
            rows={3}
            required
            maxLength={500}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <Failure failed={deed.failed} fields={['text']} />
      <button type="submit" className="button" disabled={deed.doing}>
        {words.wrongSend}
      </button>
      <button type="button" className="quiet-button" onClick={onCancel}>
        {words.wrongCancel}
      </button>
    </form>
  )
}
