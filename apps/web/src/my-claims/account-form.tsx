import { type FormEvent, useState } from 'react'
import { messageAt } from '../api/refused.ts'
import { useDeed } from '../api/use-deed.ts'
import { Failure } from '../design/failure.tsx'
import { Field } from '../design/field.tsx'
import type { MyClaimShown, Payee } from './calls.ts'
import { useMyClaimWords } from './use-my-claim-words.ts'

/** Fields of the case that a refusal may name, by ours. */
const fieldOf = {
  accountHolder: 'facts.household.accountHolder',
  account: 'facts.household.account',
  accountBank: 'facts.household.accountBank',
  phone: 'facts.household.phone',
} as const

/** Where the money goes: all that a family has to say. */
export function AccountForm<T>({
  account = null,
  needsPhone = false,
  label,
  send,
  onDone,
}: {
  /** What is known of it; the number has to be typed again. */
  readonly account?: MyClaimShown['account']
  readonly needsPhone?: boolean
  readonly label: string
  readonly send: (payee: Payee) => Promise<T>
  readonly onDone: (done: T) => void
}) {
  const { words } = useMyClaimWords()
  const [typed, setTyped] = useState({
    accountHolder: account?.holder ?? '',
    account: '',
    accountBank: account?.bank ?? '',
    phone: '',
  })
  const deed = useDeed(send, onDone)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const { accountHolder, account, accountBank, phone } = typed
    deed.run({
      accountHolder: accountHolder.trim(),
      account: account.trim(),
      ...(accountBank.trim() === '' ? {} : { accountBank: accountBank.trim() }),
      ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
    })
  }
  const labels = { accountHolder: words.holder, account: words.account, accountBank: words.bank, phone: words.phone }
  const hints = {
    accountHolder: null,
    account: words.accountHint,
    accountBank: words.optional,
    phone: needsPhone ? null : words.optional,
  }
  const names = Object.keys(fieldOf) as readonly (keyof typeof fieldOf)[]
  return (
    <form className="card stack" onSubmit={submit} noValidate>
      {names.map((name) => (
        <Field
          key={name}
          label={labels[name]}
          hint={hints[name]}
          error={
            messageAt(deed.failed?.problem ?? null, fieldOf[name]) ??
            messageAt(deed.failed?.problem ?? null, `payee.${name}`)
          }
        >
          {(props) => (
            <input
              {...props}
              inputMode={name === 'account' || name === 'phone' ? 'numeric' : undefined}
              autoComplete={name === 'phone' ? 'tel' : 'off'}
              value={typed[name]}
              onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <Failure failed={deed.failed} fields={names.flatMap((name) => [fieldOf[name], `payee.${name}`])} />
      <div>
        <button
          type="submit"
          className="button"
          disabled={
            deed.doing ||
            typed.account === '' ||
            typed.accountHolder === '' ||
            (needsPhone && typed.phone.trim() === '')
          }
        >
          {label}
        </button>
      </div>
    </form>
  )
}
