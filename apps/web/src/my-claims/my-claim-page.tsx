import { useCallback, useState } from 'react'
import { Link } from 'wouter'
import { useAnswer } from '../api/use-answer.ts'
import { Asked } from '../design/asked.tsx'
import { usePageTitle } from '../design/use-page-title.ts'
import { yuanText } from '../format/yuan.ts'
import { AccountForm } from './account-form.tsx'
import { fetchMyClaim, giveAccount, type MyClaimShown, type Payee } from './calls.ts'
import { MyClaimHistory } from './my-claim-history.tsx'
import { MyObjections } from './my-objections.tsx'
import { useMyClaimWords } from './use-my-claim-words.ts'
import './my-claims.css'

/** One claim as the family sees it: how much and why, what to do, where it stands. */
export function MyClaimPage({ id }: { readonly id: string }) {
  const { words } = useMyClaimWords()
  const load = useCallback(() => fetchMyClaim(id), [id])
  const answer = useAnswer(load)
  return (
    <div className="stack narrow">
      <p className="small">
        <Link href="/me">{words.toMine}</Link>
      </p>
      <Asked answer={answer}>{(claim) => <Claim claim={claim} again={answer.again} />}</Asked>
    </div>
  )
}

/** Decisions that say what is due. */
const ends: ReadonlySet<string> = new Set(['confirmed', 'refused', 'recomputed'])

function Claim({ claim, again }: { readonly claim: MyClaimShown; readonly again: () => void }) {
  const { words, say, language } = useMyClaimWords()
  const [taken, setTaken] = useState(false)
  usePageTitle(say(claim.benefit.label))
  const { rules, money, stage } = claim
  const due = (rules?.due ?? []).reduce((all, { fen }) => all + fen, 0)
  const amount = yuanText(
    stage === 'offered' ? due : stage === 'to-recover' ? money.toRecoverFen : money.dueFen,
    language,
  )
  // People decided otherwise: the rules' own reason would explain another amount; theirs stands below.
  const otherwise = claim.decisions.findLast(({ kind }) => ends.has(kind))?.deviates ?? false
  const last = claim.payments.at(-1)
  const send = (payee: Payee) => giveAccount(claim.id, payee)
  const given = (): void => {
    setTaken(true)
    again()
  }
  return (
    <>
      <h1>
        {say(claim.benefit.label)} <span className="quiet">{words.year(claim.period)}</span>
      </h1>
      <p className="lead">
        <strong>{amount}</strong> {say(claim.stageWords)}
      </p>
      {taken ? <p role="status">{words.taken}</p> : null}
      {stage === 'offered' ? (
        <AccountForm account={claim.account} label={words.take(amount)} send={send} onDone={given} />
      ) : null}
      {stage === 'account' ? (
        <>
          <p className="notice warn">{words.sentBack(last?.reason ?? '')}</p>
          <AccountForm account={claim.account} label={words.correct} send={send} onDone={given} />
        </>
      ) : null}
      {stage === 'to-look' ? <p className="notice">{words.checking}</p> : null}
      {stage === 'again' ? <p className="notice">{words.again}</p> : null}
      {money.toRecoverFen === 0 ? null : (
        <div className="notice warn">
          <p>
            <strong>{words.toRecover(yuanText(money.toRecoverFen, language))}</strong>
          </p>
          <p>{words.recoverHow}</p>
        </div>
      )}
      <section className="card stack" aria-labelledby="why">
        <h2 id="why">{words.why}</h2>
        {rules === null || otherwise ? null : (
          <>
            <p>{say(rules.reason)}</p>
            <p className="small quiet" lang="zh-CN">
              {words.clause(rules.source.title, rules.source.clause)}
            </p>
          </>
        )}
        <ul className="small">
          {money.lines.map(({ period, why }) => (
            <li key={period}>{say(why)}</li>
          ))}
        </ul>
        {claim.account === null ? null : (
          <p className="small quiet" lang="zh-CN">
            {claim.account.holder} {claim.account.number}
          </p>
        )}
      </section>
      <MyClaimHistory claim={claim} />
      <MyObjections claim={claim} onDone={again} />
    </>
  )
}
