import { type Benefit, clauseWords, type Place } from '@junheng/entitlements'
import { Link } from 'wouter'
import { sourceTitle } from '../answers/source-title.ts'
import { dayBefore, dayText } from '../format/day.ts'
import { useWords } from '../messages/language.tsx'
import { useDayAsked } from '../places/day-asked.ts'
import { plainAmount } from './plain-amount.ts'
import './benefit.css'

/** One benefit as the document promises it, for whoever opens a shared link: no household, nothing personal. */
export function BenefitPage({ place, benefitId }: { readonly place: Place; readonly benefitId: string }) {
  const { t, say } = useWords()
  const benefit = place.benefits.find((one) => one.id === benefitId)
  return (
    <article className="stack">
      {benefit === undefined ? (
        <p className="notice">{t.benefit.notFound}</p>
      ) : (
        <BenefitFacts place={place} benefit={benefit} />
      )}
      <p className="row">
        <Link className="button" href={`/${place.id}`}>
          {t.benefit.check}
        </Link>
      </p>
      <p className="small quiet">{t.share.nothingPersonal}</p>
      <p className="visually-hidden">{say(place.name)}</p>
    </article>
  )
}

function BenefitFacts({ place, benefit }: { readonly place: Place; readonly benefit: Benefit }) {
  const { t, say, language } = useWords()
  const document = place.documents.find((one) => one.id === benefit.source.document)
  const { on } = useDayAsked()
  const amount = plainAmount(place, benefit, on)
  const { from, to } = benefit.inForce
  const conditions = benefit.conditions.flatMap((condition) => (condition.yes === null ? [] : [condition.yes]))
  return (
    <>
      <h2>{say(benefit.label)}</h2>
      {amount !== null && <p className="benefit-figure">{say(amount)}</p>}
      {benefit.force !== 'entitled' && <p className="notice">{t.answers.encouragedLead}</p>}
      {conditions.length > 0 && (
        <section className="stack">
          <h3>{t.benefit.whoFor}</h3>
          <ul className="conditions">
            {conditions.map((text) => (
              <li key={text.zh}>{say(text)}</li>
            ))}
          </ul>
        </section>
      )}
      {benefit.claim !== null && (
        <section className="stack">
          <h3>{t.card.howToClaim}</h3>
          <p>{say(benefit.claim.how)}</p>
          {benefit.claim.papers.length > 0 && (
            <p>{t.benefit.papers(benefit.claim.papers.map(say).join(language === 'zh' ? '、' : ', '))}</p>
          )}
        </section>
      )}
      <section className="stack">
        <h3>{t.card.source}</h3>
        <p className="small">
          <cite lang="zh-CN">
            {sourceTitle(document?.title ?? benefit.source.document)}
            {clauseWords(benefit.source.clause)}
          </cite>
          <br />
          <span className="quiet">
            {document?.status === 'draft' ? `${t.card.draft} · ` : ''}
            {t.card[benefit.confidence]}
          </span>
        </p>
        {from !== null && (
          <p className="small quiet">
            {t.benefit.inForce(
              to === null
                ? t.card.from(dayText(from, language))
                : t.card.range(dayText(from, language), dayText(dayBefore(to), language)),
            )}
          </p>
        )}
      </section>
    </>
  )
}
