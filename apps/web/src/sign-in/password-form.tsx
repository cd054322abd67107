import { type FormEvent, useState } from 'react'
import { useDeed } from '../api/use-deed.ts'
import { Failure } from '../design/failure.tsx'
import { Field } from '../design/field.tsx'
import { type NextStep, signInByPassword } from './calls.ts'
import { useSignInWords } from './use-sign-in-words.ts'

/** User name and password. What is wrong with them is never told apart. */
export function PasswordForm({ onNext }: { readonly onNext: (next: NextStep) => void }) {
  const { words } = useSignInWords()
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const deed = useDeed(signInByPassword, ({ next }) => onNext(next))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    deed.run(username.trim(), password)
  }
  return (
    <form className="stack" onSubmit={submit}>
      <Field label={words.username}>
        {(props) => (
          <input
            {...props}
            type="text"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            value={username}
            onChange={(event) => setUsername(event.target.value)}
          />
        )}
      </Field>
      <Field label={words.password}>
        {(props) => (
          <input
            {...props}
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      <Failure failed={deed.failed} />
      <button type="submit" className="button" disabled={deed.doing}>
        {deed.doing ? words.checking : words.passwordNext}
      </button>
    </form>
  )
}
