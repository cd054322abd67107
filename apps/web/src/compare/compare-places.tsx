import { useMemo, useState } from 'react'
import type { Answer, Place } from '@junheng/entitlements'
import type { PlaceSummary } from '../api/client.ts'
import { useWords } from '../messages/language.tsx'
import { LoadFailed } from '../places/load-failed.tsx'
import { loadPlace, loadPlaces, useLoaded } from '../places/use-loaded.ts'
import { evaluateHousehold } from '../situation/evaluate.ts'
import type { Household } from '../situation/household.ts'
import { ComparisonTable } from './comparison-table.tsx'
import { movedHousehold } from './moved-household.ts'

export interface CompareProps {
  readonly place: Place
  readonly household: Household
  readonly on: string
  readonly mine: readonly Answer[]
}

/** This place beside another one. */
export function ComparePlaces(props: CompareProps) {
  const { t } = useWords()
  const places = useLoaded(loadPlaces)
  if (places.state === 'loading') return <p className="quiet">{t.home.loading}</p>
  if (places.state === 'failed') return <LoadFailed retry={places.retry} />
  return (
    <WithOther {...props} others={places.value.filter((other) => other.plan !== null && other.id !== props.place.id)} />
  )
}

function WithOther({ others, ...props }: CompareProps & { readonly others: readonly PlaceSummary[] }) {
  const { t, say } = useWords()
  const [id, setId] = useState(others[0]?.id ?? '')
  return (
    <>
      <div className="compare-form no-print">
        <label>
          <span>{t.compare.other}</span>
          <select value={id} onChange={(event) => setId(event.target.value)}>
            {others.map((other) => (
              <option key={other.id} value={other.id}>
                {say(other.name)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <OtherPlace key={id} id={id} {...props} />
    </>
  )
}

function OtherPlace({ id, place, household, on, mine }: CompareProps & { readonly id: string }) {
  const { t, say } = useWords()
  const other = useLoaded(useMemo(() => () => loadPlace(id), [id]))
  if (other.state === 'loading') return <p className="quiet">{t.home.loading}</p>
  if (other.state === 'failed') return <LoadFailed retry={other.retry} />
  if (other.value === null) return null
  const theirs = evaluateHousehold(other.value, movedHousehold(household, { from: place, to: other.value }), on).open
  return (
    <ComparisonTable
      a={{ title: say(place.name), answers: mine }}
      b={{ title: say(other.value.name), answers: theirs }}
      on={on}
      household={household}
    />
  )
}
