import { WithName } from './with-name.tsx'
import { Link } from 'wouter'
import { useAnswer } from '../api/use-answer.ts'
import { dayText } from '../format/day.ts'
import { fetchMyCases, type MyCase } from './calls.ts'
import { isOpenOffer, offeredWith } from './together.ts'
import { useMyCaseWords } from './use-my-case-words.ts'
import './my-cases.css'

/** Offers and cases of one's family, above one's own record; nothing where there is none. Twins are one offer. */
export function MyCasesList() {
  const { value } = useAnswer(fetchMyCases)
  if (value === undefined || value.cases.length === 0) return null
  return (
    <ul className="my-cases-list">
      {value.cases.map((one) => {
        const offers = isOpenOffer(one) ? offeredWith(one, value.cases) : []
        if (offers.length > 1 && offers[0]?.id !== one.id) return null
        return (
          <li key={one.id}>{offers.length > 0 ? <OfferCard offers={offers} one={one} /> : <MyCaseCard one={one} />}</li>
        )
      })}
    </ul>
  )
}

function OfferCard({ one, offers }: { readonly one: MyCase; readonly offers: readonly MyCase[] }) {
  const { words, language } = useMyCaseWords()
  // Everything is asked once, and a name of each.
  const toAnswer = one.toAnswer + offers.length - 1
  return (
    <Link href={`/me/cases/${one.id}`} className="card case-card offered">
      <strong>{words.offerCard(toAnswer, offers.length)}</strong>
      <span className="small quiet">{words.opened(dayText(one.openedOn, language))}</span>
    </Link>
  )
}

function MyCaseCard({ one }: { readonly one: MyCase }) {
  const { words } = useMyCaseWords()
  const { id, loss, about, yours, done, needed } = one
  // After a loss nothing counts, and nothing calls.
  const lost = loss !== 'none'
  return (
    <Link href={`/me/cases/${id}`} className="card case-card">
      <strong>
        <WithName text={lost ? words.lossTitle : words.caseTitle(about)} name={about} />
      </strong>
      <span className="small quiet">{lost ? words.lossHome : words.progressCard(done, needed)}</span>
      {!lost && yours > 0 ? <span className="small waiting-note">{words.yoursCard(yours)}</span> : null}
    </Link>
  )
}
