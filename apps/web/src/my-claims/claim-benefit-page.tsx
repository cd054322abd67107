import { useCallback, useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { newId } from '../api/new-id.ts'
import { useAnswer } from '../api/use-answer.ts'
import { Asked } from '../design/asked.tsx'
import { usePageTitle } from '../design/use-page-title.ts'
import { dayText } from '../format/day.ts'
import { yuanText } from '../format/yuan.ts'
import { AccountForm } from './account-form.tsx'
import {
  type AskedFact,
  askBenefit,
  type BenefitAsked,
  claimBenefit,
  fetchMyBenefits,
  type Here,
  type Stated,
} from './calls.ts'
import { FactQuestion } from './fact-question.tsx'
import { GivenAnswers } from './given-answers.tsx'
import { useMyClaimWords } from './use-my-claim-words.ts'
import './my-claims.css'

/** One benefit that was not offered: what is asked, what the rules say, and the way to claim it. */
export function ClaimBenefitPage({ subject, benefit }: { readonly subject: string; readonly benefit: string }) {
  const { words } = useMyClaimWords()
  const [stated, setStated] = useState<Stated>({})
  const [given, setGiven] = useState<readonly AskedFact[]>([])
  const load = useCallback(() => askBenefit(subject, benefit, stated), [subject, benefit, stated])
  const answer = useAnswer(load)
  const here = useAnswer(fetchMyBenefits).value?.region ?? null
  const state = (fact: AskedFact, value: Stated[string]): void => {
    setGiven([...given.filter((one) => one.fact !== fact.fact), fact])
    setStated({ ...stated, [fact.fact]: value })
  }
  const takeBack = (fact: AskedFact): void => {
    setGiven(given.filter((one) => one.fact !== fact.fact))
    setStated(Object.fromEntries(Object.entries(stated).filter(([name]) => name !== fact.fact)))
  }
  return (
    <div className="stack narrow">
      <p className="small">
        <Link href="/me/benefits">{words.toBenefits}</Link>
      </p>
      <GivenAnswers given={given} stated={stated} here={here} onTakeBack={takeBack} />
      <Asked answer={answer}>
        {(asked) => <ToClaim asked={asked} subject={subject} stated={stated} here={here} onState={state} />}
      </Asked>
    </div>
  )
}

function ToClaim({
  asked,
  subject,
  stated,
  here,
  onState,
}: {
  readonly asked: BenefitAsked
  readonly subject: string
  readonly stated: Stated
  readonly here: Here
  readonly onState: (fact: AskedFact, value: Stated[string]) => void
}) {
  const { words, say, language } = useMyClaimWords()
  const [, go] = useLocation()
  const id = useRef(newId())
  const { benefit, period, status, dueFen, amountText, reason, source, until, claimBy, how, asks, needsPhone } = asked
  usePageTitle(say(benefit.label))
  const next = asks[0]
  const days = [
    until === null ? null : words.until(dayText(until, language)),
    claimBy === null ? null : words.claimBy(dayText(claimBy, language)),
  ].filter((part) => part !== null)
  return (
    <>
      <h1>
        {say(benefit.label)} <span className="quiet">{words.year(period)}</span>
      </h1>
      {next === undefined ? null : (
        <section className="card stack" aria-labelledby="fact-question">
          <p className="small quiet">{words.left(asks.length)}</p>
          <FactQuestion key={next.fact} fact={next} here={here} onAnswer={(value) => onState(next, value)} />
        </section>
      )}
      <section className="stack" aria-live="polite">
        <p className="lead">
          <strong>{dueFen > 0 ? words.now(yuanText(dueFen, language)) : words.states[status]}</strong> {say(amountText)}
        </p>
        {status === 'incomplete' ? null : <p>{say(reason)}</p>}
        {days.length === 0 ? null : <p className="small quiet">{days.join(' · ')}</p>}
        <p className="small quiet" lang="zh-CN">
          {words.clause(source.title, source.clause)}
        </p>
        {how === null ? null : (
          <details>
            <summary>{words.how}</summary>
            <p className="small">{say(how)}</p>
          </details>
        )}
      </section>
      {next === undefined ? (
        <section className="stack" aria-labelledby="where-to">
          {dueFen === 0 && status === 'ineligible' ? <p className="notice">{words.claimAnyway}</p> : null}
          <h2 id="where-to">{words.whereTo}</h2>
          <AccountForm
            needsPhone={needsPhone}
            label={dueFen > 0 ? words.claimNowAmount(yuanText(dueFen, language)) : words.claimNow}
            send={(payee) => claimBenefit(id.current, { subject, benefit: benefit.id, facts: stated, payee })}
            onDone={(opened) => go(`/me/claims/${opened.id}`)}
          />
        </section>
      ) : null}
    </>
  )
}
