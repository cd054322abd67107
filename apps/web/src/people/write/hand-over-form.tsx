import { type FormEvent, useState } from 'react'
import { messageAt } from '../../api/refused.ts'
import { useDeed } from '../../api/use-deed.ts'
import { Failure } from '../../design/failure.tsx'
import { Field } from '../../design/field.tsx'
import { handOver } from '../../desk/calls.ts'
import { useWriteWords } from '../words/use-write-words.ts'

const empty = { name: '', identityNumber: '', text: '' }

/** The mother is of another village: its worker is told, by her number and name, and nothing of her is read here. */
export function HandOverForm() {
  const { words } = useWriteWords()
  const [entry, setEntry] = useState(empty)
  const [told, setTold] = useState(false)
  const deed = useDeed(handOver, () => {
    setTold(true)
    setEntry(empty)
  })
  const problem = deed.failed?.problem ?? null
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTold(false)
    deed.run({ name: entry.name.trim(), identityNumber: entry.identityNumber.trim(), text: entry.text.trim() })
  }
  const box = (
    name: keyof typeof empty,
    { label, hint = null }: { readonly label: string; readonly hint?: string | null },
  ) => (
    <Field label={label} hint={hint} error={messageAt(problem, name)}>
      {(props) =>
        name === 'text' ? (
          <textarea
            {...props}
            rows={2}
            maxLength={500}
            required
            value={entry[name]}
            onChange={(event) => setEntry({ ...entry, [name]: event.target.value })}
          />
        ) : (
          <input
            {...props}
            type="text"
            autoComplete="off"
            spellCheck={false}
            required
            value={entry[name]}
            onChange={(event) => setEntry({ ...entry, [name]: event.target.value })}
          />
        )
      }
    </Field>
  )
  return (
    <details className="panel hand-over">
      <summary>{words.handOver}</summary>
      <form className="stack" onSubmit={submit} aria-label={words.handOver}>
        <p className="quiet">{words.handOverLead}</p>
        <div className="form-grid">
          {box('name', { label: words.handOverName })}
          {box('identityNumber', { label: words.handOverNumber })}
        </div>
        {box('text', { label: words.handOverText, hint: words.handOverHint })}
        <Failure failed={deed.failed} fields={Object.keys(empty)} />
        {told ? (
          <p className="notice done" role="status">
            {words.handedOver}
          </p>
        ) : null}
        <div>
          <button type="submit" className="button" disabled={deed.doing}>
            {words.handOverSend}
          </button>
        </div>
      </form>
    </details>
  )
}
