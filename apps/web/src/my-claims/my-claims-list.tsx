import { Link } from 'wouter'
import { useAnswer } from '../api/use-answer.ts'
import { dayText } from '../format/day.ts'
import { yuanText } from '../format/yuan.ts'
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
  if (claims.value === undefined) return null
  const offers = lines.filter(({ stage }) => stage === 'offered')
  return (
    <section className="card stack my-claims-card" aria-labelledby="my-claims">
      <h2 id="my-claims">{words.title}</h2>
      {offers.length > 0 ? null : <p className="quiet small">{words.noOffers}</p>}
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
      <p>
        <Link href="/me/benefits">{words.all}</Link>
      </p>
    </section>
  )
}

/** Stages in which the family has something to do or to know. */
const calling: ReadonlySet<MyClaim['stage']> = new Set(['offered', 'account', 'to-recover', 'to-look', 'again'])

function ClaimRow({ claim }: { readonly claim: MyClaim }) {
  const { words, say, language } = useMyClaimWords()
  const { stage, dueFen, benefit, period, offer } = claim
  return (
    <Link href={`/me/claims/${claim.id}`} className="my-claim">
      <span>
        <strong>{say(benefit.label)}</strong> <span className="small quiet">{words.year(period)}</span>
      </span>
      {offer === null ? null : <OfferLine offer={offer} />}
      <span className={calling.has(stage) ? 'small waiting-note' : 'small quiet'}>
        {say(claim.stageWords)}
        {stage === 'offered' || dueFen === 0 ? null : ` · ${yuanText(dueFen, language)}`}
      </span>
    </Link>
  )
}

/** How much, in what period, until when. */
function OfferLine({ offer }: { readonly offer: NonNullable<MyClaim['offer']> }) {
  const { words, say, language } = useMyClaimWords()
  const { fen, amountText, until, claimBy } = offer
  const now = fen === null ? null : yuanText(fen, language)
  const rest = [
    say(amountText) === now ? null : say(amountText),
    until === null ? null : words.until(dayText(until, language)),
    claimBy === null ? null : words.claimBy(dayText(claimBy, language)),
  ].filter((part) => part !== null && part !== '')
  return (
    <>
      <span className="my-claim-amount">{now === null ? words.depends : words.now(now)}</span>
      <span className="small quiet">{rest.join(' · ')}</span>
    </>
  )
}

function PaymentRow({ payment }: { readonly payment: MyPayment }) {
  const { words, say, language } = useMyClaimWords()
  const { fen, on, stateWords, benefit, clause } = payment
  return (
    <div className="my-claim">
      <span>
        <strong>{yuanText(fen, language)}</strong> {say(stateWords)}
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
