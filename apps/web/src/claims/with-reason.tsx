import { type FormEvent, useState } from 'react'
import { Field } from '../design/field.tsx'

/** One deed that needs a reason: shut until somebody wants it. */
export function WithReason({
  title,
  hint,
  label,
  press,
  doing,
  open = false,
  onSay,
}: {
  readonly title: string
  readonly hint: string | null
  readonly label: string
  readonly press: string
  readonly doing: boolean
  readonly open?: boolean
  readonly onSay: (reason: string) => void
}) {
  const [reason, setReason] = useState('')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onSay(reason.trim())
  }
  return (
    <details className="panel" open={open}>
      <summary>{title}</summary>
      {hint === null ? null : <p className="fine quiet">{hint}</p>}
      <form className="claim-form" onSubmit={submit} noValidate>
        <Field label={label}>
          {(props) => <input {...props} value={reason} onChange={(event) => setReason(event.target.value)} />}
        </Field>
        <div>
          <button type="submit" className="choice fit" disabled={doing || reason.trim() === ''}>
            {press}
          </button>
        </div>
      </form>
    </details>
  )
}
