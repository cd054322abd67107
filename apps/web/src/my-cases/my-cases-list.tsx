import { WithName } from './with-name.tsx'
import { Link } from 'wouter'
import { useAnswer } from '../api/use-answer.ts'
import { dayText } from '../format/day.ts'
import { fetchMyCases, type MyCase } from './calls.ts'
import { useMyCaseWords } from './use-my-case-words.ts'
import './my-cases.css'

/** Offers and cases of one's family, above one's own record; nothing where there is none. */
export function MyCasesList() {
  const { value } = useAnswer(fetchMyCases)
  if (value === undefined || value.cases.length === 0) return null
  return (
    <ul className="my-cases-list">
      {value.cases.map((one) => (
        <li key={one.id}>
          <MyCaseCard one={one} />
        </li>
      ))}
    </ul>
  )
}

function MyCaseCard({ one }: { readonly one: MyCase }) {
  const { words, language } = useMyCaseWords()
  const { id, status, loss, about, toAnswer, yours, done, needed, openedOn } = one
  const offered = status === 'offered'
  // After a loss nothing counts, and nothing calls.
  const lost = loss !== 'none'
  const title = lost ? words.lossTitle : offered ? words.offerCard(toAnswer) : words.caseTitle(about)
  return (
    <Link href={`/me/cases/${id}`} className={offered && !lost ? 'card case-card offered' : 'card case-card'}>
      <strong>
        <WithName text={title} name={about} />
      </strong>
      <span className="small quiet">
        {lost ? words.lossHome : offered ? words.opened(dayText(openedOn, language)) : words.progressCard(done, needed)}
      </span>
      {!lost && !offered && yours > 0 ? <span className="small waiting-note">{words.yoursCard(yours)}</span> : null}
    </Link>
  )
}
