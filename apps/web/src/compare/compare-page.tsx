import { useMemo, useState } from 'react'
import type { Place } from '@junheng/entitlements'
import { Link } from 'wouter'
import { useWords } from '../messages/language.tsx'
import { useDayAsked } from '../places/day-asked.ts'
import { evaluateHousehold } from '../situation/evaluate.ts'
import { countAnswers } from '../situation/household.ts'
import { useHousehold } from '../situation/store.ts'
import { ComparePlaces } from './compare-places.tsx'
import { CompareSituations } from './compare-situations.tsx'
import './compare.css'

/** Two places with the same answers, or two situations in the same place. */
export function ComparePage({ place }: { readonly place: Place }) {
  const { t } = useWords()
  const { household } = useHousehold()
  const { on } = useDayAsked()
  const [mode, setMode] = useState<'places' | 'situations'>('places')
  const mine = useMemo(() => evaluateHousehold(place, household, on).open, [place, household, on])
  if (countAnswers(household) === 0) {
    return (
      <section>
        <h2>{t.compare.heading}</h2>
        <p className="notice row">
          {t.compare.needAnswers}
          <Link className="quiet-button" href={`/${place.id}`}>
            {t.timeline.goAsk}
          </Link>
        </p>
      </section>
    )
  }
  const props = { place, household, on, mine }
  return (
    <section>
      <h2>{t.compare.heading}</h2>
      <p className="lead">{t.compare.lead}</p>
      <div className="segments no-print" role="group" aria-label={t.compare.mode}>
        <button type="button" className="choice" aria-pressed={mode === 'places'} onClick={() => setMode('places')}>
          {t.compare.byPlace}
        </button>
        <button
          type="button"
          className="choice"
          aria-pressed={mode === 'situations'}
          onClick={() => setMode('situations')}
        >
          {t.compare.bySituation}
        </button>
      </div>
      {mode === 'places' ? <ComparePlaces {...props} /> : <CompareSituations {...props} />}
    </section>
  )
}
