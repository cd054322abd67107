import { Link } from 'wouter'
import { useAnswer } from '../api/use-answer.ts'
import { dayText } from '../format/day.ts'
import { fenText } from '../format/fen.ts'
import { fetchMyClaims, fetchMyPayments, type MyClaim, type MyPayment } from './calls.ts'
import { useMyClaimWords } from './use-my-claim-words.ts'
import './my-claims.css'

/** What one can claim, has claimed and was paid; nothing where there is none. */
export function MyClaimsList() {
  const { words } = useMyClaimWords()
  const claims = useAnswer(fetchMyClaims)
  const payments = useAnswer(fetchMyPayments)
  const lines = claims.value?.lines ?? []
  const paid = payments.value?.payments ?? []
  if (lines.length === 0) return null
  const offers = lines.filter(({ stage }) => stage === 'offered')
  return (
    <section className="card stack my-claims-card" aria-labelledby="my-claims">
      <h2 id="my-claims">{words.title}</h2>
      <ul className="my-claims">
        {[...offers, ...lines.filter(({ stage }) => stage !== 'offered')].map((claim) => (
          <li key={claim.id}>
            <ClaimRow claim={claim} />
          </li>
        ))}
      </ul>
      {paid.length === 0 ? null : (
        <>
          <h3>{words.payments}</h3>
          <ul className="my-claims">
            {paid.map((payment, at) => (
              <li key={at}>
                <PaymentRow payment={payment} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function ClaimRow({ claim }: { readonly claim: MyClaim }) {
  const { words, say } = useMyClaimWords()
  return (
    <Link href={`/me/claims/${claim.id}`} className="my-claim">
      <span>
        <strong>{say(claim.benefit.label)}</strong> <span className="small quiet">{words.year(claim.period)}</span>
      </span>
      <span className={claim.stage === 'offered' || claim.stage === 'account' ? 'small waiting-note' : 'small quiet'}>
        {say(claim.stageWords)}
      </span>
    </Link>
  )
}

function PaymentRow({ payment }: { readonly payment: MyPayment }) {
  const { words, say, language } = useMyClaimWords()
  const { fen, on, stateWords, benefit, clause } = payment
  return (
    <div className="my-claim">
      <span>
        <strong>{fenText(fen, language)}</strong> {say(stateWords)}
        {on === null ? null : <span className="small quiet"> {dayText(on, language)}</span>}
      </span>
      <span className="small quiet">
        {say(benefit.label)}
        {clause === null || clause.title === null ? null : (
          <span lang="zh-CN"> {words.clause(clause.title, clause.clause)}</span>
        )}
      </span>
    </div>
  )
}
