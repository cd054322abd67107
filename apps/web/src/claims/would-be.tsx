import { fenText } from '../format/fen.ts'
import type { ClaimShown } from './calls.ts'
import { useClaimWords } from './use-claim-words.ts'

/** What the money would be by the rules of today: more to pay, something to come back, period by period. */
export function WouldBe({ claim: { wouldBe } }: { readonly claim: ClaimShown }) {
  const { words, say, language } = useClaimWords()
  if (wouldBe === null) return null
  const { toPayFen, toRecoverFen, lines } = wouldBe
  return (
    <div className="fine">
      <p>
        {toPayFen > 0
          ? words.wouldPay(fenText(toPayFen, language))
          : toRecoverFen > 0
            ? words.wouldRecover(fenText(toRecoverFen, language))
            : words.wouldStay}
      </p>
      <ul>
        {lines
          .filter(({ fen }) => fen !== 0)
          .map(({ period, why }) => (
            <li key={period}>{say(why)}</li>
          ))}
      </ul>
    </div>
  )
}
