import { useState } from 'react'
import { useDeed } from '../api/use-deed.ts'
import { Failure } from '../design/failure.tsx'
import { Field } from '../design/field.tsx'
import { fenText } from '../format/fen.ts'
import { activePost, useSession } from '../sign-in/session.tsx'
import { approveBatch, type BatchShown, exportBatch, giveUpBatch, importAnswer } from './calls.ts'
import { usePaymentWords } from './use-payment-words.ts'

/** What the post may do with the batch as it stands. */
export function BatchDeeds({ batch, onDone }: { readonly batch: BatchShown; readonly onDone: () => void }) {
  const { words, language } = usePaymentWords()
  const { session } = useSession()
  const abilities = activePost(session)?.abilities ?? []
  const [told, setTold] = useState<string | null>(null)
  const approve = useDeed(approveBatch, onDone)
  const giveUp = useDeed(giveUpBatch, onDone)
  const save = useDeed(exportBatch, (file) => keepFile(file, `${batch.number}.csv`))
  const take = useDeed(importAnswer, ({ repeated, paid, returned }) => {
    setTold(repeated ? words.repeated : words.imported(paid, returned))
    onDone()
  })
  const approves = abilities.includes('approve-payments')
  const prepares = abilities.includes('prepare-payments')
  const { id, state } = batch
  return (
    <section className="stack">
      {state === 'prepared' && batch.mine ? <p className="notice">{words.mine}</p> : null}
      <div className="row">
        {state === 'prepared' && approves && !batch.mine ? (
          <button type="button" className="button" disabled={approve.doing} onClick={() => approve.run(id)}>
            {words.approve(fenText(batch.totalFen, language))}
          </button>
        ) : null}
        {state === 'prepared' ? (
          <button type="button" className="choice fit" disabled={giveUp.doing} onClick={() => giveUp.run(id)}>
            {words.giveUp}
          </button>
        ) : null}
        {approves && (state === 'approved' || state === 'answered') ? (
          <>
            <button type="button" className="button" disabled={save.doing} onClick={() => save.run(id, 'gb18030')}>
              {words.exportGb}
            </button>
            <button type="button" className="choice fit" disabled={save.doing} onClick={() => save.run(id, 'utf-8')}>
              {words.exportUtf}
            </button>
          </>
        ) : null}
      </div>
      {prepares && (state === 'approved' || state === 'answered') ? (
        <Field label={words.answer} hint={words.answerHint}>
          {(props) => (
            <input
              {...props}
              type="file"
              accept=".csv,text/csv"
              disabled={take.doing}
              onChange={({ target }) => {
                const file = target.files?.[0]
                if (file !== undefined) take.run(id, file)
                // The same file again must be noticed too.
                target.value = ''
              }}
            />
          )}
        </Field>
      ) : null}
      {[approve, giveUp, save, take].map(({ failed }, at) => (
        <Failure key={at} failed={failed} />
      ))}
      {told === null ? null : <p role="status">{told}</p>}
    </section>
  )
}

function keepFile(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
