import type { Band } from './forecast-types.ts'
import { niceTicks, spread } from './chart-scale.ts'
import { useForecastWords } from './forecast-words.ts'
import { shortText } from './number-text.ts'
import { useWidth } from './use-width.ts'

const height = 190
const edge = { top: 14, right: 52, bottom: 24, left: 46 }

/** A median with its 80 % and 95 % bands from nought, named on the chart itself; a touch chooses the year. */
export function BandChart({
  title,
  band,
  before,
  firstYear,
  at,
  onPick,
}: {
  readonly title: string
  readonly band: Band
  /** Medians under the original assumptions, where something was changed. */
  readonly before: Float32Array | null
  readonly firstYear: number
  /** Index of the chosen year. */
  readonly at: number
  readonly onPick: (at: number) => void
}) {
  const { words, language } = useForecastWords()
  const [frame, width] = useWidth<HTMLDivElement>(320)
  const last = band.median.length - 1
  const most = Math.max(...band.high95, ...(before ?? []))
  const ticks = niceTicks(most)
  const top = ticks.at(-1) ?? 1
  const x = (index: number) => edge.left + (index / last) * (width - edge.left - edge.right)
  const y = (value: number) => edge.top + (1 - value / top) * (height - edge.top - edge.bottom)
  const short = (value: number | undefined) => shortText(value ?? 0, language, top)
  const line = (values: Float32Array) => `M${points(values, x, y)}`
  const area = (high: Float32Array, low: Float32Array) =>
    `M${points(high, x, y)}L${points(low, x, y).split('L').toReversed().join('L')}Z`
  const named = [
    { key: 'median', text: short(band.median[last]), place: y(band.median[last] ?? 0) },
    { key: 'high95', text: '95%', place: y(band.high95[last] ?? 0) },
    { key: 'low95', text: '95%', place: y(band.low95[last] ?? 0) },
    { key: 'high80', text: '80%', place: y(band.high80[last] ?? 0) },
    { key: 'low80', text: '80%', place: y(band.low80[last] ?? 0) },
  ]
  // The median and the outer bounds are always named; the inner ones where there is room.
  const ends = named.filter(
    ({ place }, index) =>
      index < 3 || named.every((other, at) => at === index || at > 2 || Math.abs(other.place - place) >= 13),
  )
  const medianEnd = y(band.median[last] ?? 0)
  const beforeEnd = before === null ? null : y(before[last] ?? 0)
  const places = spread(
    ends.map(({ place }) => place + 4),
    13,
    [edge.top + 2, height - edge.bottom + 2],
  )
  const pick = (event: React.PointerEvent<SVGSVGElement>) => {
    const { left } = event.currentTarget.getBoundingClientRect()
    const share = (event.clientX - left - edge.left) / (width - edge.left - edge.right)
    onPick(Math.min(last, Math.max(0, Math.round(share * last))))
  }
  const label = words.chartText(
    title,
    firstYear,
    firstYear + last,
    short(band.median[last]),
    short(band.low95[last]),
    short(band.high95[last]),
  )
  return (
    <div className="chart" ref={frame}>
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        onPointerDown={pick}
      >
        {ticks.map((tick) => (
          <g key={tick}>
            <line className="grid" x1={edge.left} x2={width - edge.right} y1={y(tick)} y2={y(tick)} />
            <text className="tick" x={edge.left - 6} y={y(tick) + 4} textAnchor="end">
              {short(tick)}
            </text>
          </g>
        ))}
        <path className="band band95" d={area(band.high95, band.low95)} />
        <path className="band band80" d={area(band.high80, band.low80)} />
        {before !== null && <path className="before" d={line(before)} />}
        <path className="median" d={line(band.median)} />
        <line className="chosen" x1={x(at)} x2={x(at)} y1={edge.top - 4} y2={height - edge.bottom} />
        <line className="whisker" x1={x(at)} x2={x(at)} y1={y(band.high95[at] ?? 0)} y2={y(band.low95[at] ?? 0)} />
        <circle className="dot" cx={x(at)} cy={y(band.median[at] ?? 0)} r={4} />
        {ends.map(({ key, text }, index) => (
          <text
            key={key}
            className={key === 'median' ? 'end strong' : 'end'}
            x={width - edge.right + 6}
            y={places[index]}
          >
            {text}
          </text>
        ))}
        {yearTicks(firstYear, firstYear + last, firstYear + at).map((year) => (
          <text
            key={year}
            className={year === firstYear + at ? 'tick strong' : 'tick'}
            x={x(year - firstYear)}
            y={height - 7}
            textAnchor="middle"
          >
            {year}
          </text>
        ))}
        {beforeEnd !== null && Math.abs(beforeEnd - medianEnd) >= 10 && (
          <text className="tick" x={x(last) - 4} y={beforeEnd + (beforeEnd > medianEnd ? 15 : -7)} textAnchor="end">
            {words.before}
          </text>
        )}
      </svg>
    </div>
  )
}

function points(values: Float32Array, x: (index: number) => number, y: (value: number) => number): string {
  return Array.from(values, (value, index) => `${x(index).toFixed(1)},${y(value).toFixed(1)}`).join('L')
}

/** The ends, every fifteenth year, and the chosen one, which others make room for. */
function yearTicks(first: number, last: number, chosen: number): readonly number[] {
  const fixed = [first, 2030, 2040, 2050, last].filter((year) => Math.abs(year - chosen) > 5)
  return [...fixed, chosen]
}
