import { type FormEvent, useRef, useState } from 'react'
import { newId } from '../api/new-id.ts'
import { messageAt } from '../api/refused.ts'
import { useDeed } from '../api/use-deed.ts'
import { Failure } from '../design/failure.tsx'
import { Field } from '../design/field.tsx'
import { fenText } from '../format/fen.ts'
import { activePost, useSession } from '../sign-in/session.tsx'
import { type ClaimShown, enterRepayment } from './calls.ts'
import { fenOf } from './fen-of.ts'
import { useClaimWords } from './use-claim-words.ts'

const fields = ['amountFen', 'on', 'words']

/** Money that a family gave back, entered by whoever prepares payments; in parts where it came in parts. */
export function EnterRepayment({ claim, onDone }: { readonly claim: ClaimShown; readonly onDone: () => void }) {
  const { words, language } = useClaimWords()
  const { session } = useSession()
  const id = useRef(newId())
  const [typed, setTyped] = useState({ yuan: '', on: '', said: '' })
  const [told, setTold] = useState(false)
  const deed = useDeed(enterRepayment, () => {
    id.current = newId()
    setTyped({ yuan: '', on: '', said: '' })
    setTold(true)
    onDone()
  })
  if (!(activePost(session)?.abilities.includes('prepare-payments') ?? false)) return null
  const fen = fenOf(typed.yuan)
  const problem = deed.failed?.problem ?? null
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (fen !== null) deed.run(claim.id, id.current, { amountFen: fen, on: typed.on, words: typed.said.trim() })
  }
  return (
    <form className="stack" onSubmit={submit} noValidate aria-labelledby="repay">
      <h3 id="repay">{words.repay}</h3>
      <p className="fine">{words.repayHint(fenText(claim.money.toRecoverFen, language))}</p>
      <Field label={words.repayYuan} error={messageAt(problem, 'amountFen')}>
        {(props) => (
          <input
            {...props}
            inputMode="decimal"
            value={typed.yuan}
            onChange={(event) => setTyped({ ...typed, yuan: event.target.value })}
          />
        )}
      </Field>
      <Field label={words.repayOn} error={messageAt(problem, 'on')}>
        {(props) => (
          <input
            {...props}
            type="date"
            value={typed.on}
            onChange={(event) => setTyped({ ...typed, on: event.target.value })}
          />
        )}
      </Field>
      <Field label={words.repayWords} error={messageAt(problem, 'words')}>
        {(props) => (
          <input {...props} value={typed.said} onChange={(event) => setTyped({ ...typed, said: event.target.value })} />
        )}
      </Field>
      <Failure failed={deed.failed} fields={fields} />
      {told ? <p role="status">{words.repaid}</p> : null}
      <div>
        <button
          type="submit"
          className="button"
          disabled={deed.doing || fen === null || typed.on === '' || typed.said.trim() === ''}
        >
          {words.repaySave}
        </button>
      </div>
    </form>
  )
}
