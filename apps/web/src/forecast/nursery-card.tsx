import type { Place } from '@junheng/entitlements'
import { useWords } from '../messages/language.tsx'
import { BandChart } from './band-chart.tsx'
import { BandTable } from './band-table.tsx'
import type { Band, ForecastResult } from './forecast-types.ts'
import { useForecastWords } from './forecast-words.ts'
import { findNurseryTarget, nationalPlacesPerThousand } from './nursery-target.ts'
import { aboutText } from './number-text.ts'

/** What the numbers mean for nurseries: places at the plan's goal in the chosen year, with the band of the people. */
export function NurseryCard({
  place,
  result,
  base,
  at,
  placesPerThousand,
  onPick,
}: {
  readonly place: Place
  readonly result: ForecastResult
  readonly base: ForecastResult | null
  readonly at: number
  readonly onPick: (at: number) => void
  readonly placesPerThousand: number
}) {
  const { say } = useWords()
  const { words, language } = useForecastWords()
  const target = findNurseryTarget(place)
  const { population, under3 } = result.series
  const needed = (people: Float32Array) => people.map((count) => (count * placesPerThousand) / 1000)
  const band: Band = {
    low95: needed(population.low95),
    low80: needed(population.low80),
    median: needed(population.median),
    high80: needed(population.high80),
    high95: needed(population.high95),
  }
  const about = (value: number | undefined) => aboutText(value ?? 0, language)
  // More children under three for each 1,000 people means fewer places for each of them: the bounds change sides.
  const per = (children: number | undefined) => aboutText((100 * placesPerThousand) / (children ?? 1), language)
  const { median, low95, high95 } = result.under3PerThousand
  const asked = placesPerThousand !== (target?.value ?? nationalPlacesPerThousand)
  const origin =
    target === undefined
      ? words.nursery.fromNation
      : words.nursery.fromPlan(
          say(target.label),
          String(target.value),
          target.byYear === null ? '' : words.nursery.by(target.byYear),
        )
  return (
    <section className="card forecast-card series-places" aria-labelledby="forecast-nursery">
      <h3 id="forecast-nursery">{words.nursery.title}</h3>
      <p className="forecast-number">
        <strong>{about(band.median[at])}</strong>{' '}
        <span>{words.interval(about(band.low95[at]), about(band.high95[at]))}</span>
      </p>
      <p className="small">
        {words.nursery.need(result.firstYear + at, String(placesPerThousand))}
        {language === 'zh' ? '' : ' '}
        {words.nursery.meaning(
          aboutText(under3.median[at] ?? 0, language),
          per(median[at]),
          per(high95[at]),
          per(low95[at]),
        )}
      </p>
      <BandChart
        title={words.nursery.title}
        band={band}
        before={base === null ? null : needed(base.series.population.median)}
        firstYear={result.firstYear}
        at={at}
        onPick={onPick}
      />
      <p className="fine quiet">{asked ? words.nursery.asked : origin}</p>
      <BandTable title={words.nursery.title} band={band} firstYear={result.firstYear} />
    </section>
  )
}
