import { useMemo, useState } from 'react'
import type { Place } from '@junheng/entitlements'
import { PrintButton } from '../design/print-button.tsx'
import { todayHere } from '../format/day.ts'
import { NotFoundPage } from '../places/not-found-page.tsx'
import { AssumptionList } from './assumption-list.tsx'
import { forecastRegions } from './forecast-regions.ts'
import { lastYear, seriesIds, trajectories, type ForecastRequest, type ForecastResult } from './forecast-types.ts'
import { useForecastWords } from './forecast-words.ts'
import { IndicatorCard } from './indicator-card.tsx'
import { NurseryCard } from './nursery-card.tsx'
import { findNurseryTarget, nationalPlacesPerThousand } from './nursery-target.ts'
import { aboutText, wholeText } from './number-text.ts'
import { PyramidCard } from './pyramid-card.tsx'
import { firstWhatIfYear, readWhatIf, type WhatIfEntry, type WhatIfNumbers } from './read-what-if.ts'
import { isUnchanged, useForecast } from './use-forecast.ts'
import { WhatIfForm } from './what-if-form.tsx'
import './forecast.css'

const otherSeries = seriesIds.filter((id) => id !== 'births')

/** A place's people to 2060 with the uncertainty drawn, and what other assumptions would do. */
export function ForecastPage({ place }: { readonly place: Place }) {
  if (!forecastRegions.has(place.region)) return <NotFoundPage />
  return <Forecast key={place.region} place={place} />
}

function Forecast({ place }: { readonly place: Place }) {
  const { words, language } = useForecastWords()
  const [first] = useState<ForecastRequest>(() => ({
    region: place.region,
    seed: 1,
    fromYear: firstWhatIfYear(todayHere()),
    tfrChange: [0, 0],
    netMigration: 0,
    migrationVaries: true,
  }))
  const [request, setRequest] = useState(first)
  const { result, base, milliseconds, failed, runs } = useForecast(request)
  const defaults = useMemo(() => (base === null ? null : defaultEntry(place, base)), [place, base])
  const [changes, setChanges] = useState<Partial<WhatIfEntry>>({})
  const [year, setYear] = useState(2035)
  const count = wholeText(trajectories, language)
  if (failed) return <p className="notice warn">{words.failed}</p>
  if (result === null || defaults === null)
    return (
      <section className="forecast">
        <h2>{words.heading}</h2>
        <p role="status">{words.computing}</p>
      </section>
    )
  const entry = { ...defaults, ...changes }
  const { problems } = readWhatIf(entry)
  const change = (more: Partial<WhatIfEntry>) => {
    const next = { ...entry, ...more }
    setChanges((before) => ({ ...before, ...more }))
    const { numbers } = readWhatIf(next)
    if (numbers !== null) setRequest(requestOf(numbers, { first, defaults, varies: next.migrationVaries }))
  }
  const at = year - result.firstYear
  const shared = {
    result,
    // Another seed's futures are no measure of what a change does.
    base: isUnchanged(result.request) || base?.request.seed !== result.request.seed ? null : base,
    at,
    onPick: (index: number) => setYear(result.firstYear + index),
  }
  const about = (value: number | undefined) => aboutText(value ?? 0, language)
  const { births } = result.series
  const typedPlaces = readWhatIf({ ...defaults, placesPerThousand: entry.placesPerThousand }).numbers?.placesPerThousand
  return (
    <section className="forecast" data-runs={runs} data-milliseconds={milliseconds?.toFixed(1)}>
      <h2>{words.heading}</h2>
      <p className="lead">{words.lead(count)}</p>
      <div className="forecast-layout">
        <div className="forecast-controls">
          <label className="forecast-year no-print">
            <span>
              {words.year}
              <strong>{year}</strong>
            </span>
            <input
              type="range"
              min={result.firstYear}
              max={lastYear}
              value={year}
              onChange={(event) => setYear(Number(event.target.value))}
            />
          </label>
          <WhatIfForm
            entry={entry}
            fromYear={first.fromYear}
            problems={problems}
            changed={Object.keys(changes).length > 0}
            onChange={change}
            onReset={() => {
              setChanges({})
              setRequest(first)
            }}
          />
        </div>
        <div className="forecast-results">
          <p className="forecast-headline" role="status">
            {words.headline(year, about(births.median[at]), about(births.low95[at]), about(births.high95[at]))}
          </p>
          <div className="forecast-cards">
            <IndicatorCard id="births" {...shared} />
            <NurseryCard
              {...shared}
              place={place}
              placesPerThousand={typedPlaces ?? Number(defaults.placesPerThousand)}
            />
            {otherSeries.map((id) => (
              <IndicatorCard key={id} id={id} {...shared} />
            ))}
            <PyramidCard result={result} at={at} />
          </div>
          <p className="small">{words.honest}</p>
          <p className="fine quiet">
            {words.source} {words.took((milliseconds ?? 0).toFixed(0), count)}
          </p>
          <AssumptionList result={result} />
          <PrintButton />
        </div>
      </div>
    </section>
  )
}

function defaultEntry(place: Place, base: ForecastResult): WhatIfEntry {
  const tfr = (year: number) => (base.centralTfr[year - base.firstYear] ?? 1).toFixed(2)
  return {
    tfrNow: tfr(base.request.fromYear),
    tfrEnd: tfr(lastYear),
    migration: '0',
    migrationVaries: true,
    seed: '1',
    placesPerThousand: String(findNurseryTarget(place)?.value ?? nationalPlacesPerThousand),
  }
}

function requestOf(
  numbers: WhatIfNumbers,
  {
    first,
    defaults,
    varies,
  }: { readonly first: ForecastRequest; readonly defaults: WhatIfEntry; readonly varies: boolean },
): ForecastRequest {
  return {
    ...first,
    seed: numbers.seed,
    // A number left as it stands changes nothing, though it is shown rounded.
    tfrChange: [numbers.tfrNow - Number(defaults.tfrNow), numbers.tfrEnd - Number(defaults.tfrEnd)],
    netMigration: numbers.migration / 100,
    migrationVaries: varies,
  }
}
