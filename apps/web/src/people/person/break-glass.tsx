import { type FormEvent, useState } from 'react'
import { Field } from '../../design/field.tsx'
import { usePersonWords } from '../words/use-person-words.ts'

/** Characters that a reason needs; the database asks for as many. */
const least = 10

/** Reading at once in an emergency: what will happen stands before the button, and the reason comes first. */
export function BreakGlass({ onReason }: { readonly onReason: (reason: string) => void }) {
  const { words } = usePersonWords()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const missing = least - Array.from(reason.trim()).length
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (missing <= 0) onReason(reason.trim())
  }
  return (
    <details className="panel break-glass">
      <summary>{words.breakGlass}</summary>
      <form className="stack" onSubmit={submit} noValidate>
        <p>{words.breakGlassWhat}</p>
        <Field label={words.breakGlassReason} error={tried && missing > 0 ? words.breakGlassShort(missing) : null}>
          {(props) => (
            <textarea {...props} rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
          )}
        </Field>
        <div>
          <button type="submit" className="button warn-button">
            {words.breakGlassGo}
          </button>
        </div>
      </form>
    </details>
  )
}
