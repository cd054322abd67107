import { type FormEvent, useState } from 'react'
import { useDeed } from '../api/use-deed.ts'
import { Failure } from '../design/failure.tsx'
import { Field } from '../design/field.tsx'
import { sendSms, verifySms } from '../sign-in/calls.ts'
import { DemoCards } from '../sign-in/demo-cards.tsx'
import { OidcButtons } from '../sign-in/oidc-buttons.tsx'
import { useSession } from '../sign-in/session.tsx'
import { MessageSink } from './message-sink.tsx'
import { useMyDataWords } from './use-my-data-words.ts'

/** Phone and one-time code. Whether a number is on file is never told. */
export function PhoneSignIn() {
  const { words } = useMyDataWords()
  const { session, reload } = useSession()
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState('')
  const [step, setStep] = useState<'phone' | 'code' | 'who'>('phone')
  const [who, setWho] = useState({ name: '', idLast4: '' })
  const send = useDeed(sendSms, () => setStep('code'))
  const verify = useDeed(verifySms, ({ next }) => {
    if (next === 'who-are-you') setStep('who')
    else reload()
  })
  const submitPhone = (event: FormEvent): void => {
    event.preventDefault()
    send.run(phone.trim())
  }
  const submitCode = (event: FormEvent): void => {
    event.preventDefault()
    const given = { phone: phone.trim(), code: code.replaceAll(/\s/gu, '') }
    verify.run(step === 'who' ? { ...given, name: who.name.trim(), idLast4: who.idLast4.trim() } : given)
  }
  if (step === 'phone')
    return (
      <>
        <form className="stack" onSubmit={submitPhone}>
          <Field label={words.phone} hint={words.phoneHint}>
            {(props) => (
              <input
                {...props}
                type="text"
                inputMode="tel"
                autoComplete="tel"
                required
                value={phone}
                onChange={(event) => setPhone(event.target.value)}
              />
            )}
          </Field>
          <Failure failed={send.failed} />
          <button type="submit" className="button" disabled={send.doing}>
            {words.send}
          </button>
        </form>
        <OidcButtons people="residents" />
        {session.demo ? <DemoCards residents /> : null}
      </>
    )
  return (
    <form className="stack" onSubmit={submitCode}>
      <p className="notice" role="status">
        {words.sent}
      </p>
      {session.messages ? <MessageSink /> : null}
      <Field label={words.code} hint={words.codeHint}>
        {(props) => (
          <input
            {...props}
            type="text"
            className="code-input"
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        )}
      </Field>
      {step === 'who' ? (
        <>
          <p className="notice warn">{words.who}</p>
          <Field label={words.name}>
            {(props) => (
              <input
                {...props}
                type="text"
                autoComplete="name"
                required
                value={who.name}
                onChange={(event) => setWho({ ...who, name: event.target.value })}
              />
            )}
          </Field>
          <Field label={words.idLast4}>
            {(props) => (
              <input
                {...props}
                type="text"
                autoComplete="off"
                maxLength={4}
                required
                value={who.idLast4}
                onChange={(event) => setWho({ ...who, idLast4: event.target.value })}
              />
            )}
          </Field>
        </>
      ) : null}
      <Failure failed={verify.failed} />
      <button type="submit" className="button" disabled={verify.doing}>
        {words.enter}
      </button>
      <button type="button" className="quiet-button" onClick={() => setStep('phone')}>
        {words.otherPhone}
      </button>
    </form>
  )
}
