import { type FormEvent, useState } from 'react'
import { Field } from '../design/field.tsx'
import type { ClaimShown } from './calls.ts'
import type { DeedSaid } from './decide-claim.tsx'
import { fenOf } from './fen-of.ts'
import { useClaimWords } from './use-claim-words.ts'

/** Another amount or a refusal: shut until somebody wants it, because the rules' answer is the usual one. */
export function DecideOtherwise({
  claim: { rules },
  doing,
  onSay,
}: {
  readonly claim: ClaimShown
  readonly doing: boolean
  readonly onSay: (said: DeedSaid) => void
}) {
  const { words } = useClaimWords()
  const [yuan, setYuan] = useState('')
  const [reason, setReason] = useState('')
  const [ground, setGround] = useState<keyof typeof words.grounds>('not-entitled')
  const fen = fenOf(yuan)
  const grant = (event: FormEvent): void => {
    event.preventDefault()
    if (fen !== null) onSay({ kind: 'confirm', amountFen: fen, reason: reason === '' ? null : reason })
  }
  return (
    <details className="panel" open={rules === null || rules.limitFen !== null || rules.due.length === 0}>
      <summary>{words.otherwise}</summary>
      <p className="fine quiet">{words.otherwiseHint}</p>
      <form className="claim-form" onSubmit={grant} noValidate>
        <Field label={words.reason}>
          {(props) => <input {...props} value={reason} onChange={(event) => setReason(event.target.value)} />}
        </Field>
        <Field label={words.amountYuan}>
          {(props) => (
            <input {...props} inputMode="decimal" value={yuan} onChange={(event) => setYuan(event.target.value)} />
          )}
        </Field>
        <div>
          <button type="submit" className="choice fit" disabled={doing || fen === null}>
            {words.grantOtherwise}
          </button>
        </div>
        <Field label={words.ground}>
          {(props) => (
            <select {...props} value={ground} onChange={(event) => setGround(event.target.value as typeof ground)}>
              {Object.entries(words.grounds).map(([id, label]) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
        <div>
          <button
            type="button"
            className="choice fit"
            disabled={doing}
            onClick={() => onSay({ kind: 'refuse', ground, reason: reason === '' ? null : reason })}
          >
            {words.refuse}
          </button>
        </div>
      </form>
    </details>
  )
}
