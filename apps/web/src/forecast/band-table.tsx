import { useState } from 'react'
import type { Band } from './forecast-types.ts'
import { useForecastWords } from './forecast-words.ts'
import { wholeText } from './number-text.ts'

/** The numbers behind a chart, year by year; written into the page only when opened. */
export function BandTable({
  title,
  band,
  firstYear,
}: {
  readonly title: string
  readonly band: Band
  readonly firstYear: number
}) {
  const { words, language } = useForecastWords()
  const { columns } = words
  return (
    <TableFold title={title}>
      <thead>
        <tr>
          <th scope="col">{columns.year}</th>
          <th scope="col">{columns.median}</th>
          <th scope="col">{columns.eighty}</th>
          <th scope="col">{columns.ninetyFive}</th>
        </tr>
      </thead>
      <tbody>
        {Array.from(band.median, (median, at) => (
          <tr key={at}>
            <th scope="row">{firstYear + at}</th>
            <td>{wholeText(median, language)}</td>
            <td>
              <RangeCell low={band.low80[at]} high={band.high80[at]} />
            </td>
            <td>
              <RangeCell low={band.low95[at]} high={band.high95[at]} />
            </td>
          </tr>
        ))}
      </tbody>
    </TableFold>
  )
}

/** Two bounds that may break in two lines between them. */
export function RangeCell({
  low = 0,
  high = 0,
}: {
  readonly low?: number | undefined
  readonly high?: number | undefined
}) {
  const { language } = useForecastWords()
  return (
    <>
      {wholeText(low, language)}–<wbr />
      {wholeText(high, language)}
    </>
  )
}

/** A table folded under its chart. */
export function TableFold({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  const { words } = useForecastWords()
  const [open, setOpen] = useState(false)
  return (
    <details className="table-fold" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {words.table}
        <span className="visually-hidden">{words.tableOf(title)}</span>
      </summary>
      {open && (
        <table>
          <caption className="visually-hidden">{words.tableOf(title)}</caption>
          {children}
        </table>
      )}
    </details>
  )
}
