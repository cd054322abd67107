import { type FormEvent, useState } from 'react'
import { useDeed } from '../api/use-deed.ts'
import { Failure } from '../design/failure.tsx'
import { Field } from '../design/field.tsx'
import { useFirstFocus } from '../design/use-first-focus.ts'
import { giveSecondFactor } from './calls.ts'
import { useSignInWords } from './use-sign-in-words.ts'

/** Six digits from the authenticator, or a backup code. */
export function SecondFactorForm({
  submitLabel,
  onDone,
  onOther,
}: {
  readonly submitLabel?: string
  readonly onDone: () => void
  /** Back to the user name; absent while the factor is being set up. */
  readonly onOther?: () => void
}) {
  const { words } = useSignInWords()
  const [code, setCode] = useState('')
  const first = useFirstFocus<HTMLInputElement>()
  const deed = useDeed(giveSecondFactor, onDone)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    deed.run(code.replaceAll(/\s/gu, ''))
  }
  return (
    <form className="stack" onSubmit={submit}>
      <Field label={words.code} hint={onOther === undefined ? null : words.codeHint}>
        {(props) => (
          <input
            {...props}
            type="text"
            className="code-input"
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            ref={first}
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        )}
      </Field>
      <Failure failed={deed.failed} />
      <button type="submit" className="button" disabled={deed.doing}>
        {deed.doing ? words.checking : (submitLabel ?? words.codeSend)}
      </button>
      {onOther === undefined ? null : (
        <button type="button" className="quiet-button" onClick={onOther}>
          {words.other}
        </button>
      )}
    </form>
  )
}
