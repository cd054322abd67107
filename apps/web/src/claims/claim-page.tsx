import { useCallback } from 'react'
import { Link } from 'wouter'
import { useAnswer } from '../api/use-answer.ts'
import { Asked } from '../design/asked.tsx'
import { usePageTitle } from '../design/use-page-title.ts'
import { type ClaimShown, fetchClaim } from './calls.ts'
import { ClaimHistory } from './claim-history.tsx'
import { ClaimMoney } from './claim-money.tsx'
import { DecideClaim } from './decide-claim.tsx'
import { Objections } from './objections.tsx'
import { RulesAnswer } from './rules-answer.tsx'
import { useClaimWords } from './use-claim-words.ts'
import './claims.css'

/** One claim: what the rules say and why, what to do, the money, what was done. */
export function ClaimPage({ id }: { readonly id: string }) {
  const load = useCallback(() => fetchClaim(id), [id])
  const answer = useAnswer(load)
  const { words } = useClaimWords()
  return (
    <div className="stack">
      <p className="fine">
        <Link href="/desk/claims">{words.toList}</Link>
      </p>
      <Asked answer={answer}>{(claim) => <Claim claim={claim} again={answer.again} />}</Asked>
    </div>
  )
}

function Claim({ claim, again }: { readonly claim: ClaimShown; readonly again: () => void }) {
  const { words, say } = useClaimWords()
  usePageTitle(`${say(claim.benefit.label)} ${claim.number}`)
  return (
    <>
      <header className="row spread">
        <h1>
          <span lang="zh-CN">{claim.about.name ?? words.unregistered}</span> · {say(claim.benefit.label)}{' '}
          <span className="quiet count">{words.period(claim.period)}</span>
        </h1>
        <p>
          <strong>{say(claim.stageWords)}</strong> <span className="quiet fine">{claim.number}</span>
        </p>
      </header>
      <div className="claim-columns">
        <div className="stack">
          <Objections claim={claim} onDone={again} />
          <RulesAnswer claim={claim} />
          <DecideClaim claim={claim} onDone={again} />
          <ClaimHistory claim={claim} />
        </div>
        <ClaimMoney claim={claim} onDone={again} />
      </div>
    </>
  )
}
