import { fenText } from '../format/fen.ts'
import type { ClaimShown } from './calls.ts'
import { EnterRepayment } from './enter-repayment.tsx'
import { useClaimWords } from './use-claim-words.ts'

/** The money of a claim: due, paid, to pay, to come back; and where it goes. */
export function ClaimMoney({ claim, onDone }: { readonly claim: ClaimShown; readonly onDone: () => void }) {
  const { money, account, asksAccount, movements } = claim
  const { words, say, language } = useClaimWords()
  const kinds = words.movementKinds as Readonly<Record<string, string>>
  const rows = [
    [words.due, money.dueFen],
    [words.held, money.heldFen],
    [words.onWay, money.onWayFen],
    [words.toPay, money.toPayFen],
    [words.toRecover, money.toRecoverFen],
  ] as const
  return (
    <aside className="panel stack" aria-labelledby="claim-money">
      <h2 id="claim-money">{words.money}</h2>
      <dl className="claim-pairs">
        {rows
          .filter(([label, fen]) => fen !== 0 || label === words.due)
          .map(([label, fen]) => (
            <div key={label} style={{ display: 'contents' }}>
              <dt>{label}</dt>
              <dd className="money">{fenText(fen, language)}</dd>
            </div>
          ))}
      </dl>
      <ul className="fine">
        {money.lines
          .filter(({ fen }) => fen !== 0)
          .map(({ period, why }) => (
            <li key={period}>{say(why)}</li>
          ))}
      </ul>
      {money.toRecoverFen === 0 ? null : <EnterRepayment claim={claim} onDone={onDone} />}
      {movements.length === 0 ? null : (
        <>
          <h3>{words.movements}</h3>
          <ul className="fine">
            {movements.map(({ kind, period, fen, on, words: said }, at) => (
              <li key={at}>
                <span className="nowrap">{on}</span> {kinds[kind] ?? kind} {fenText(Math.abs(fen), language)}{' '}
                <span className="quiet">{words.period(period)}</span>{' '}
                {said === null ? null : <span lang="zh-CN">{said}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{words.account}</h3>
      {account === null ? (
        <p className="quiet">{words.noAccount}</p>
      ) : (
        <p lang="zh-CN">
          {account.holder} {account.number}
          {account.bank === null ? null : <span className="quiet fine"> {account.bank}</span>}
        </p>
      )}
      {asksAccount ? <p className="late-text fine">{words.asksAccount}</p> : null}
    </aside>
  )
}
