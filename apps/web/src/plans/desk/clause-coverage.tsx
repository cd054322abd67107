import { useMemo } from 'react'
import { loadPlace, loadPlaces, useLoaded } from '../../places/use-loaded.ts'
import { CoverageParts } from '../library/coverage-parts.tsx'
import { usePlansWords } from '../words/use-plans-words.ts'

/** What the pack of the same place does about the same clause, where there is one. */
export function ClauseCoverage({ region, path }: { readonly region: string; readonly path: string }) {
  const { words } = usePlansWords()
  const found = useLoaded(
    useMemo(
      () => async () => {
        const summary = (await loadPlaces()).find(
          (place) => String(place.region).padStart(6, '0') === region && place.plan !== null,
        )
        return summary === undefined ? null : loadPlace(summary.id)
      },
      [region],
    ),
  )
  if (found.state !== 'ready' || found.value === null) return null
  const clause = found.value.clauses.find((one) => one.path === path)
  return (
    <section className="coverage">
      <h3>{words.desk.coverage}</h3>
      {clause ? (
        <CoverageParts place={found.value} parts={clause.parts} />
      ) : (
        <p className="quiet">{words.desk.coverageNone}</p>
      )}
    </section>
  )
}
