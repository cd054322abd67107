import { useCallback } from 'react'
import { Link } from 'wouter'
import { useAnswer } from '../api/use-answer.ts'
import { Asked } from '../design/asked.tsx'
import { usePageTitle } from '../design/use-page-title.ts'
import { fenText } from '../format/fen.ts'
import { BatchDeeds } from './batch-deeds.tsx'
import { type BatchShown, fetchBatch } from './calls.ts'
import { usePaymentWords } from './use-payment-words.ts'
import '../claims/claims.css'

/** One batch: its total, what to do with it, each payment. */
export function BatchPage({ id }: { readonly id: string }) {
  const { words } = usePaymentWords()
  const load = useCallback(() => fetchBatch(id), [id])
  const answer = useAnswer(load)
  return (
    <div className="stack">
      <p className="fine">
        <Link href="/desk/payments">{words.toList}</Link>
      </p>
      <Asked answer={answer}>{(batch) => <Batch batch={batch} again={answer.again} />}</Asked>
    </div>
  )
}

function Batch({ batch, again }: { readonly batch: BatchShown; readonly again: () => void }) {
  const { words, say, language } = usePaymentWords()
  usePageTitle(batch.number)
  const states = words.lineStates as Readonly<Record<string, string>>
  return (
    <>
      <header className="row spread">
        <h1 lang="zh-CN">
          {batch.number} <span className="quiet count">{fenText(batch.totalFen, language)}</span>
        </h1>
        <p>
          <strong>{words.states[batch.state]}</strong>
        </p>
      </header>
      <BatchDeeds batch={batch} onDone={again} />
      <p className={batch.reconciled.agrees ? 'ok-text' : 'notice warn'}>
        {batch.reconciled.agrees ? words.reconciled : words.notReconciled}
      </p>
      <div className="table-scroll" role="region" aria-label={batch.number} tabIndex={0}>
        <table className="dense stacks labelled">
          <thead>
            <tr>
              <th scope="col">{words.line}</th>
              <th scope="col">{words.payee}</th>
              <th scope="col">{words.account}</th>
              <th scope="col">{words.benefit}</th>
              <th scope="col" className="money">
                {words.amount}
              </th>
              <th scope="col">{words.state}</th>
            </tr>
          </thead>
          <tbody>
            {batch.payments.map((line) => (
              <tr key={line.line}>
                <td data-label={words.line}>{line.line}</td>
                <td lang="zh-CN" data-label={words.payee}>
                  {line.payee}
                </td>
                <td className="nowrap" data-label={words.account}>
                  {line.account} <span className="quiet fine">{line.bank}</span>
                </td>
                <td data-label={words.benefit}>{say(line.benefit.label)}</td>
                <td className="money" data-label={words.amount}>
                  {fenText(line.fen, language)}
                </td>
                <td className={line.state === 'returned' ? 'late-text' : ''} data-label={words.state}>
                  {states[line.state] ?? line.state}{' '}
                  {line.reason === null ? null : (
                    <span className="fine" lang="zh-CN">
                      {line.reason}
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
