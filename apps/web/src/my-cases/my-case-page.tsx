import { useCallback, useState } from 'react'
import { Link } from 'wouter'
import { useAnswer } from '../api/use-answer.ts'
import { Asked } from '../design/asked.tsx'
import { usePageTitle } from '../design/use-page-title.ts'
import type { CaseShown } from '../cases/case-types.ts'
import { fetchMyCase, fetchMyCases, type MyCase } from './calls.ts'
import { OfferFlow } from './offer/offer-flow.tsx'
import { CasePage } from './page/case-page.tsx'
import { LossPage } from './page/loss-page.tsx'
import { bornWith, offeredWith } from './together.ts'
import { useMyCaseWords } from './use-my-case-words.ts'
import './my-cases.css'

interface Found {
  readonly shown: CaseShown
  /** Offers to confirm in one go; empty where this one is none. */
  readonly offers: readonly CaseShown[]
  /** The other children of the birth. */
  readonly others: readonly MyCase[]
}

/** One case of the family: an offer to be confirmed, how far everything is, or, after a loss, quiet words. */
export function MyCasePage({ id }: { readonly id: string }) {
  const { words } = useMyCaseWords()
  const load = useCallback(() => find(id), [id])
  const answer = useAnswer(load)
  const [confirmed, setConfirmed] = useState(false)
  usePageTitle(answer.value?.shown.loss === 'none' ? words.title : words.lossTitle)
  return (
    <div className="my-case">
      <p>
        <Link className="back" href="/me">
          {words.back}
        </Link>
      </p>
      <Asked answer={answer}>
        {({ shown, offers, others }) => {
          if (shown.loss !== 'none') return <LossPage shown={shown} />
          if (offers.length > 0)
            return (
              <OfferFlow
                cases={offers}
                onConfirmed={() => {
                  setConfirmed(true)
                  answer.again()
                }}
                onOutdated={answer.again}
              />
            )
          return <CasePage shown={shown} others={others} confirmed={confirmed} onChanged={answer.again} />
        }}
      </Asked>
    </div>
  )
}

/** A case, and where several were born together the others: they are confirmed in one go. */
async function find(id: string): Promise<Found> {
  const shown = await fetchMyCase(id)
  const offered = awaitsConfirmation(shown)
  if (!isOfSeveral(shown)) return { shown, offers: offered ? [shown] : [], others: [] }
  const { cases } = await fetchMyCases()
  const own = cases.find((one) => one.id === id)
  if (own === undefined) return { shown, offers: offered ? [shown] : [], others: [] }
  const others = bornWith(own, cases)
  if (!offered) return { shown, offers: [], others }
  const offers = await Promise.all(
    offeredWith(own, cases).map((one) => (one.id === id ? Promise.resolve(shown) : fetchMyCase(one.id))),
  )
  return { shown, offers: offers.filter(awaitsConfirmation), others }
}

function awaitsConfirmation({ waiting }: CaseShown): boolean {
  return waiting.some(({ what }) => what === 'confirm')
}

function isOfSeveral({ form }: CaseShown): boolean {
  const babies = form.fields.find(({ name }) => name === 'child.babiesInBirth')?.value
  return typeof babies === 'number' && babies > 1
}
