import { BandChart } from './band-chart.tsx'
import { BandTable } from './band-table.tsx'
import type { Band, ForecastResult, SeriesId } from './forecast-types.ts'
import { useForecastWords } from './forecast-words.ts'
import { aboutText } from './number-text.ts'

/** One quantity: its number in the chosen year, interval, trend, a sentence, the chart and its table. */
export function IndicatorCard({
  id,
  result,
  base,
  at,
  onPick,
}: {
  readonly id: SeriesId
  readonly result: ForecastResult
  /** The result before anything was changed; null where nothing was. */
  readonly base: ForecastResult | null
  readonly at: number
  readonly onPick: (at: number) => void
}) {
  const { words, language } = useForecastWords()
  const { title, note } = words.series[id]
  const band = result.series[id]
  const before = base?.series[id].median ?? null
  const about = (value: number | undefined) => aboutText(value ?? 0, language)
  return (
    <section className={`card forecast-card series-${id}`} aria-labelledby={`forecast-${id}`}>
      <h3 id={`forecast-${id}`}>{title}</h3>
      <p className="forecast-number">
        <strong>{about(band.median[at])}</strong>{' '}
        <span>{words.interval(about(band.low95[at]), about(band.high95[at]))}</span>
      </p>
      <p className="small quiet">
        {before === null ? (
          <Trend band={band} result={result} at={at} />
        ) : (
          <Versus band={band} before={before} at={at} />
        )}
      </p>
      <BandChart title={title} band={band} before={before} firstYear={result.firstYear} at={at} onPick={onPick} />
      <p className="fine quiet">{note}</p>
      <BandTable title={title} band={band} firstYear={result.firstYear} />
    </section>
  )
}

function Trend({ band, result, at }: { readonly band: Band; readonly result: ForecastResult; readonly at: number }) {
  const { words } = useForecastWords()
  const year = result.request.fromYear
  const change = (band.median[at] ?? 0) / (band.median[year - result.firstYear] ?? 1) - 1
  if (Math.abs(change) < 0.005) return words.trendSame(year)
  return words.trend(`${Math.round(100 * Math.abs(change))}%`, change > 0, year)
}

function Versus({ band, before, at }: { readonly band: Band; readonly before: Float32Array; readonly at: number }) {
  const { words, language } = useForecastWords()
  const difference = (band.median[at] ?? 0) - (before[at] ?? 0)
  if (Math.abs(difference) < 0.5) return words.versusSame
  return words.versus(aboutText(Math.abs(difference), language), difference > 0)
}
