import type { Place } from '@junheng/entitlements'
import { sourceTitle } from '../answers/source-title.ts'
import { useWords } from '../messages/language.tsx'
import './places.css'

/** Which place, which document, and whether it is in force. What the text at hand is like is folded. */
export function PlaceHead({ place }: { readonly place: Place }) {
  const { t, say } = useWords()
  const plan = place.documents.find((document) => document.id === place.plan)
  return (
    <div className="place-head">
      <h1 tabIndex={-1}>{say(place.name)}</h1>
      {plan?.status === 'draft' && (
        <p className="notice warn">{plan.note === null ? t.place.planDraft : say(plan.note)}</p>
      )}
      {plan !== undefined && (
        <details className="small">
          <summary>{t.place.document}</summary>
          <p lang="zh-CN">{sourceTitle(plan.title)}</p>
          {plan.note !== null && plan.status !== 'draft' && <p className="quiet">{say(plan.note)}</p>}
          {plan.confidence !== 'confirmed' && <p className="quiet">{t.card[plan.confidence]}</p>}
        </details>
      )}
    </div>
  )
}
