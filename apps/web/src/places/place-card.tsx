import { sourceTitle } from '../answers/source-title.ts'
import { Link } from 'wouter'
import type { PlaceSummary } from '../api/client.ts'
import { dayText } from '../format/day.ts'
import { useWords } from '../messages/language.tsx'

/** One place: its name, where it lies, what its plan is, and what is not certain about it. */
export function PlaceCard({ place }: { readonly place: PlaceSummary }) {
  const { t, say, language } = useWords()
  const { plan } = place
  return (
    <Link className="place-card" href={`/${place.id}`}>
      <span className="place-name">{say(place.name)}</span>
      {place.regionPath !== place.name.zh && (
        <span className="place-path" lang="zh-CN">
          {place.regionPath}
        </span>
      )}
      {plan !== null && (
        <span className="place-plan" lang="zh-CN">
          {sourceTitle(plan.title)}
        </span>
      )}
      <span className="place-facts">
        {plan !== null && plan.issued !== null && <span>{t.home.issued(dayText(plan.issued, language))}</span>}
        <span>{t.home.benefits(place.benefits)}</span>
        {plan?.status === 'draft' && <span className="badge waiting">{t.home.draftNote}</span>}
      </span>
    </Link>
  )
}
