import { lazy, Suspense, useState } from 'react'
import { useDeed } from '../api/use-deed.ts'
import { Failure } from '../design/failure.tsx'
import { Field } from '../design/field.tsx'
import { PrintButton } from '../design/print-button.tsx'
import { type SecondFactorToSetUp, setUpSecondFactor } from './calls.ts'
import { SecondFactorForm } from './second-factor-form.tsx'
import { useSignInWords } from './use-sign-in-words.ts'

// Needed once in a staff member's life.
const QrPicture = lazy(async () => ({ default: (await import('./qr-picture.tsx')).QrPicture }))

/** The second factor is set up once: scan, keep the backup codes, prove that it works. */
export function SetUpSecondFactor({ onDone }: { readonly onDone: () => void }) {
  const { words } = useSignInWords()
  const [given, setGiven] = useState<SecondFactorToSetUp | null>(null)
  const [password, setPassword] = useState('')
  const deed = useDeed(setUpSecondFactor, setGiven)
  return (
    <section className="stack">
      <h1>{words.setUpTitle}</h1>
      <p>{words.setUpLead}</p>
      {given === null ? (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault()
            deed.run(password)
          }}
        >
          <Field label={words.setUpPassword}>
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
            {words.setUpStart}
          </button>
        </form>
      ) : (
        <ol className="stack">
          <li className="stack">
            <p>{words.setUpScan}</p>
            <Suspense fallback={<p className="quiet">{words.loading}</p>}>
              <QrPicture text={given.uri} label={words.qr} />
            </Suspense>
            <code className="secret" translate="no">
              {given.secret}
            </code>
          </li>
          <li className="stack">
            <p>{words.setUpKeep}</p>
            <ul className="backup-codes" translate="no">
              {given.backupCodes.map((code) => (
                <li key={code}>
                  <code>{code}</code>
                </li>
              ))}
            </ul>
            <PrintButton />
          </li>
          <li className="stack">
            <p>{words.setUpCode}</p>
            <SecondFactorForm submitLabel={words.setUpDone} onDone={onDone} />
          </li>
        </ol>
      )}
    </section>
  )
}
