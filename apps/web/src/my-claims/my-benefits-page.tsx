import { useState } from 'react'
import { Link } from 'wouter'
import { useAnswer } from '../api/use-answer.ts'
import { Asked } from '../design/asked.tsx'
import { Field } from '../design/field.tsx'
import { usePageTitle } from '../design/use-page-title.ts'
import { yuanText } from '../format/yuan.ts'
import { fetchMyBenefits, type MyBenefit, type MyBenefits } from './calls.ts'
import { useMyClaimWords } from './use-my-claim-words.ts'
import './my-claims.css'

/** All the money of the place for one's family, found by a word: offered or not, with why not. */
export function MyBenefitsPage() {
  const { words } = useMyClaimWords()
  const answer = useAnswer(fetchMyBenefits)
  usePageTitle(words.benefitsTitle)
  return (
    <div className="stack narrow">
      <p className="small">
        <Link href="/me">{words.toMine}</Link>
      </p>
      <h1>{words.benefitsTitle}</h1>
      <p>{words.benefitsLead}</p>
      <Asked answer={answer}>{(found) => <Found found={found} />}</Asked>
    </div>
  )
}

type Person = MyBenefits['people'][number]

function Found({ found: { people, others } }: { readonly found: MyBenefits }) {
  const { words, say } = useMyClaimWords()
  const [text, setText] = useState('')
  const wanted = text.trim().toLowerCase()
  const fits = ({ benefit, how, reason }: MyBenefit) =>
    [benefit.label, reason, ...(how === null ? [] : [how])].some(({ zh, en }) =>
      `${zh} ${en}`.toLowerCase().includes(wanted),
    )
  const shown = people
    .map((person) => ({ ...person, benefits: person.benefits.filter(fits) }))
    .filter(({ benefits }) => benefits.length > 0)
  return (
    <>
      <Field label={words.search} hint={words.searchHint}>
        {(props) => <input {...props} type="search" value={text} onChange={(event) => setText(event.target.value)} />}
      </Field>
      {shown.length === 0 ? (
        <p className="notice" role="status">
          {words.nothingFound}
        </p>
      ) : null}
      {shown.map((person) => (
        <PersonBenefits key={person.id} person={person} />
      ))}
      {others.length === 0 ? null : (
        <details>
          <summary>{words.others(others.length)}</summary>
          <ul className="small">
            {others.map(({ id, why }) => (
              <li key={id}>{say(why)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

/** What can be had first, what needs an answer next, what is not due last. */
const order = { eligible: 0, incomplete: 1, ineligible: 2 } as const

function PersonBenefits({ person: { id, name, self, benefits } }: { readonly person: Person }) {
  const { words } = useMyClaimWords()
  const sorted = benefits.toSorted((a, b) => order[a.status] - order[b.status] || a.asks.length - b.asks.length)
  return (
    <section className="card stack" aria-labelledby={`for-${id}`}>
      <h2 id={`for-${id}`}>
        {self ? words.forSelf : name === null ? words.newborn : <span lang="zh-CN">{words.forChild(name)}</span>}
      </h2>
      <ul className="my-claims">
        {sorted.map((one) => (
          <li key={one.benefit.id}>
            <BenefitRow one={one} subject={id} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function BenefitRow({ one, subject }: { readonly one: MyBenefit; readonly subject: string }) {
  const { words, say, language } = useMyClaimWords()
  const { benefit, period, claim, status, amountText, dueFen, reason, asks } = one
  const taken = claim !== null
  return (
    <Link href={taken ? `/me/claims/${claim}` : `/me/benefits/${subject}/${benefit.id}`} className="my-claim">
      <span>
        <strong>{say(benefit.label)}</strong> <span className="small quiet">{words.year(period)}</span>
      </span>
      <span className={status === 'ineligible' && !taken ? 'small quiet' : 'small'}>
        {taken ? words.claimed : dueFen > 0 ? words.now(yuanText(dueFen, language)) : words.states[status]}
        {say(amountText) === '' ? null : ` · ${say(amountText)}`}
      </span>
      <span className="small quiet">
        {taken
          ? words.toClaim
          : status === 'incomplete'
            ? `${words.missing}：${asks.map(({ label }) => say(label)).join(language === 'zh' ? '、' : ', ')}`
            : say(reason)}
      </span>
    </Link>
  )
}
