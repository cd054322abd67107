import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { useAnswer } from '../api/use-answer.ts'
import { useDeed } from '../api/use-deed.ts'
import { Asked } from '../design/asked.tsx'
import { Failure } from '../design/failure.tsx'
import { usePageTitle } from '../design/use-page-title.ts'
import { fenText } from '../format/fen.ts'
import { activePost, useSession } from '../sign-in/session.tsx'
import {
  type BatchHead,
  type BatchList,
  fetchBatches,
  fetchBatchesAfter,
  fetchMoney,
  fetchToPay,
  prepareBatch,
} from './calls.ts'
import { usePaymentWords } from './use-payment-words.ts'
import '../claims/claims.css'

/** What is to pay, whether all agrees, and the batches. */
export function PaymentsPage() {
  const { words, language } = usePaymentWords()
  const { session } = useSession()
  const prepares = activePost(session)?.abilities.includes('prepare-payments') ?? false
  const [toPay, money, batches] = [useAnswer(fetchToPay), useAnswer(fetchMoney), useAnswer(fetchBatches)]
  const [told, setTold] = useState<string | null>(null)
  const prepare = useDeed(prepareBatch, ({ number }) => {
    setTold(words.prepared(number))
    for (const answer of [toPay, money, batches]) answer.again()
  })
  usePageTitle(words.title)
  return (
    <div className="stack">
      <h1>{words.title}</h1>
      <Asked answer={toPay}>
        {({ claims, totalFen, waitsForAccount, waitsForPeople, toRecover, toRecoverFen }) => (
          <section className="panel stack">
            <p>
              <strong>{claims === 0 ? words.nothingToPay : words.toPay(claims, fenText(totalFen, language))}</strong>{' '}
              {waitsForAccount === 0 ? null : words.waitsForAccount(waitsForAccount)}{' '}
              {waitsForPeople === 0 ? null : words.waitsForPeople(waitsForPeople)}{' '}
              {toRecover === 0 ? null : (
                <>
                  {words.toRecover(toRecover, fenText(toRecoverFen, language))}{' '}
                  <Link href="/desk/claims">{words.toRecoverLink}</Link>
                </>
              )}
            </p>
            {prepares && claims > 0 ? (
              <div>
                <button type="button" className="button" disabled={prepare.doing} onClick={prepare.run}>
                  {words.prepare}
                </button>
              </div>
            ) : null}
            <Failure failed={prepare.failed} />
            {told === null ? null : <p role="status">{told}</p>}
          </section>
        )}
      </Asked>
      <Asked answer={money}>
        {({ agrees, differences }) => (
          <p className={agrees ? 'ok-text' : 'notice warn'}>
            {agrees ? words.agrees : words.disagrees(differences.length)}
          </p>
        )}
      </Asked>
      <Asked answer={batches}>
        {(first) => (first.batches.length === 0 ? <p className="notice">{words.none}</p> : <Batches first={first} />)}
      </Asked>
    </div>
  )
}

function Batches({ first }: { readonly first: BatchList }) {
  const { words } = usePaymentWords()
  const [rest, setRest] = useState<readonly BatchList[]>([])
  useEffect(() => setRest([]), [first])
  const { next } = rest.at(-1) ?? first
  const more = useDeed(
    () => fetchBatchesAfter(next),
    (page) => setRest([...rest, page]),
  )
  return (
    <>
      <BatchTable batches={[first, ...rest].flatMap(({ batches }) => batches)} />
      <Failure failed={more.failed} />
      {next === null ? null : (
        <div>
          <button type="button" className="choice fit" disabled={more.doing} onClick={more.run}>
            {words.earlier}
          </button>
        </div>
      )}
    </>
  )
}

function BatchTable({ batches }: { readonly batches: readonly BatchHead[] }) {
  const { words, language } = usePaymentWords()
  return (
    <div className="table-scroll" role="region" aria-label={words.title} tabIndex={0}>
      <table className="dense stacks labelled">
        <thead>
          <tr>
            <th scope="col">{words.number}</th>
            <th scope="col">{words.state}</th>
            <th scope="col">{words.day}</th>
            {[words.lines, words.total, words.paid, words.returned, words.open].map((label) => (
              <th key={label} scope="col" className="money">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {batches.map((batch) => (
            <tr key={batch.id}>
              <td className="nowrap">
                <Link href={`/desk/payments/${batch.id}`} lang="zh-CN">
                  {batch.number}
                </Link>
              </td>
              <td className={batch.state === 'prepared' ? 'waiting-text' : ''}>{words.states[batch.state]}</td>
              <td className="nowrap" data-label={words.day}>
                {batch.preparedOn}
              </td>
              <td className="money" data-label={words.lines}>
                {batch.lines}
              </td>
              {sumsOf(batch).map(([label, fen]) => (
                <td key={label} className="money" data-label={words[label]}>
                  {fen === 0 ? null : fenText(fen, language)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function sumsOf({ totalFen, paidFen, returnedFen, openFen }: BatchHead) {
  return [
    ['total', totalFen],
    ['paid', paidFen],
    ['returned', returnedFen],
    ['open', openFen],
  ] as const
}
