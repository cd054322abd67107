import { useCallback, useState } from 'react'
import { Link } from 'wouter'
import { useAnswer } from '../api/use-answer.ts'
import { Asked } from '../design/asked.tsx'
import { usePageTitle } from '../design/use-page-title.ts'
import type { CaseShown } from '../cases/case-types.ts'
import { fetchMyCase } from './calls.ts'
import { OfferFlow } from './offer/offer-flow.tsx'
import { CasePage } from './page/case-page.tsx'
import { LossPage } from './page/loss-page.tsx'
import { useMyCaseWords } from './use-my-case-words.ts'
import './my-cases.css'

/** One case of the family: an offer to be confirmed, how far everything is, or, after a loss, quiet words. */
export function MyCasePage({ id }: { readonly id: string }) {
  const { words } = useMyCaseWords()
  const load = useCallback(() => fetchMyCase(id), [id])
  const answer = useAnswer(load)
  const [confirmed, setConfirmed] = useState(false)
  usePageTitle(answer.value?.loss === 'none' ? words.title : words.lossTitle)
  return (
    <div className="my-case">
      <p>
        <Link className="back" href="/me">
          {words.back}
        </Link>
      </p>
      <Asked answer={answer}>
        {(shown) => {
          if (shown.loss !== 'none') return <LossPage shown={shown} />
          if (awaitsConfirmation(shown))
            return (
              <OfferFlow
                shown={shown}
                onConfirmed={() => {
                  setConfirmed(true)
                  answer.again()
                }}
                onOutdated={answer.again}
              />
            )
          return <CasePage shown={shown} confirmed={confirmed} onChanged={answer.again} />
        }}
      </Asked>
    </div>
  )
}

function awaitsConfirmation({ waiting }: CaseShown): boolean {
  return waiting.some(({ what }) => what === 'confirm')
}
