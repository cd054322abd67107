import { niceTicks } from './chart-scale.ts'
import { RangeCell, TableFold } from './band-table.tsx'
import type { ForecastResult, Pyramid } from './forecast-types.ts'
import { useForecastWords } from './forecast-words.ts'
import { shortText, wholeText } from './number-text.ts'
import { useWidth } from './use-width.ts'

const bar = { height: 11, pitch: 14 }
const edge = { top: 20, bottom: 22, middle: 46, side: 26 }

/** Men and women by five-year group in the chosen year, the start of 2021 in outline, with a 95 % line on every bar. */
export function PyramidCard({ result, at }: { readonly result: ForecastResult; readonly at: number }) {
  const { words, language } = useForecastWords()
  const year = result.firstYear + at
  const title = words.pyramid.title(year)
  const { pyramid } = result
  const cell = (sex: 'male' | 'female', group: number) => {
    const index = at * pyramid.groups + group
    const { median, low95, high95 } = pyramid[sex]
    return { median: median[index] ?? 0, low: low95[index] ?? 0, high: high95[index] ?? 0 }
  }
  return (
    <section className="card forecast-card wide" aria-labelledby="forecast-pyramid">
      <h3 id="forecast-pyramid">{title}</h3>
      <p className="small quiet">{words.pyramid.note}</p>
      <PyramidChart pyramid={pyramid} cell={cell} label={words.pyramid.text(year)} />
      <TableFold title={title}>
        <thead>
          <tr>
            <th scope="col">{words.columns.group}</th>
            <th scope="col">{words.columns.men}</th>
            <th scope="col">{words.columns.ninetyFive}</th>
            <th scope="col">{words.columns.women}</th>
            <th scope="col">{words.columns.ninetyFive}</th>
          </tr>
        </thead>
        <tbody>
          {groupsOf(pyramid).map((group) => {
            const [men, women] = [cell('male', group), cell('female', group)]
            return (
              <tr key={group}>
                <th scope="row">{groupText(group, pyramid.groups)}</th>
                <td>{wholeText(men.median, language)}</td>
                <td>
                  <RangeCell low={men.low} high={men.high} />
                </td>
                <td>{wholeText(women.median, language)}</td>
                <td>
                  <RangeCell low={women.low} high={women.high} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </TableFold>
    </section>
  )
}

interface Cell {
  readonly median: number
  readonly low: number
  readonly high: number
}

function PyramidChart({
  pyramid,
  cell,
  label,
}: {
  readonly pyramid: Pyramid
  readonly cell: (sex: 'male' | 'female', group: number) => Cell
  readonly label: string
}) {
  const { words, language } = useForecastWords()
  const [frame, width] = useWidth<HTMLDivElement>(320)
  const height = edge.top + pyramid.groups * bar.pitch + edge.bottom
  // One scale for all years, so that the bars can be compared as the year moves.
  const most = Math.max(
    ...pyramid.male.high95,
    ...pyramid.female.high95,
    ...pyramid.start.male,
    ...pyramid.start.female,
  )
  const ticks = niceTicks(most, 4).filter((tick) => tick <= most)
  const half = (width - edge.middle) / 2 - edge.side
  const long = (count: number) => (count / most) * half
  const sides = [
    { sex: 'male', from: width / 2 - edge.middle / 2, way: -1, name: words.columns.men },
    { sex: 'female', from: width / 2 + edge.middle / 2, way: 1, name: words.columns.women },
  ] as const
  const row = (group: number) => edge.top + (pyramid.groups - 1 - group) * bar.pitch
  return (
    <div className="chart" ref={frame}>
      <svg role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
        {sides.map(({ sex, from, way, name }) => (
          <g key={sex} className={`sex-${sex}`}>
            <text className="end strong" x={from + way * 4} y={12} textAnchor={way < 0 ? 'end' : 'start'}>
              {name}
            </text>
            {ticks.map((tick) => (
              <g key={tick}>
                <line
                  className="grid"
                  x1={from + way * long(tick)}
                  x2={from + way * long(tick)}
                  y1={edge.top - 2}
                  y2={height - edge.bottom}
                />
                {tick > 0 && (
                  <text className="tick" x={from + way * long(tick)} y={height - 6} textAnchor="middle">
                    {shortText(tick, language, most)}
                  </text>
                )}
              </g>
            ))}
            {groupsOf(pyramid).map((group) => {
              const { median, low, high } = cell(sex, group)
              const middle = row(group) + bar.height / 2
              return (
                <g key={group}>
                  <rect
                    className="bar"
                    x={way < 0 ? from - long(median) : from}
                    y={row(group)}
                    width={long(median)}
                    height={bar.height}
                  />
                  <line
                    className="whisker"
                    x1={from + way * long(low)}
                    x2={from + way * long(high)}
                    y1={middle}
                    y2={middle}
                  />
                </g>
              )
            })}
            <path
              className="outline"
              d={groupsOf(pyramid)
                .map((group) => {
                  const at = (from + way * long(pyramid.start[sex][group] ?? 0)).toFixed(1)
                  const low = row(group) + bar.pitch - 1.5
                  return `${group === 0 ? 'M' : 'L'}${at},${low}V${row(group) - 1.5}`
                })
                .join('')}
            />
          </g>
        ))}
        {groupsOf(pyramid)
          .filter((group) => group % 2 === 0)
          .map((group) => (
            <text key={group} className="tick" x={width / 2} y={row(group) + 10} textAnchor="middle">
              {groupText(group, pyramid.groups)}
            </text>
          ))}
      </svg>
    </div>
  )
}

function groupsOf({ groups }: Pyramid): readonly number[] {
  return Array.from({ length: groups }, (_, group) => group)
}

function groupText(group: number, groups: number): string {
  return group === groups - 1 ? '100+' : `${5 * group}–${5 * group + 4}`
}
