import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import type { Place } from '@junheng/entitlements'
import { comparePlans, type Measure, type MeasurePair } from '@junheng/plans'
import { LoadFailed } from '../../places/load-failed.tsx'
import { loadPlace, useLoaded } from '../../places/use-loaded.ts'
import { useWords } from '../../messages/language.tsx'
import { usePlansWords } from '../words/use-plans-words.ts'
import { placeMeasures } from './place-measures.ts'

/** Two places' plans, measure by measure. */
export function ComparePlansPage({ a, b }: { readonly a: string; readonly b: string }) {
  const { words } = usePlansWords()
  const both = useLoaded(useMemo(() => () => Promise.all([loadPlace(a), loadPlace(b)]), [a, b]))
  if (both.state === 'loading') return <p className="quiet">{words.loading}</p>
  if (both.state === 'failed') return <LoadFailed retry={both.retry} />
  const [left, right] = both.value
  if (left === null || right === null)
    return (
      <p>
        {words.notFound} <Link href="/plans">{words.back}</Link>
      </p>
    )
  return <Comparison left={left} right={right} />
}

function Comparison({ left, right }: { readonly left: Place; readonly right: Place }) {
  const { words, language } = usePlansWords()
  const { say } = useWords()
  const [differing, setDiffering] = useState(false)
  const pairs = useMemo(
    () => comparePlans(placeMeasures(left, language), placeMeasures(right, language)),
    [left, right, language],
  )
  const count = (test: (pair: MeasurePair) => boolean): number => pairs.filter(test).length
  const shown = differing
    ? pairs.filter(({ a, b, figures }) => a === null || b === null || figures.some(({ same }) => !same))
    : pairs
  return (
    <article className="stack">
      <header>
        <p>
          <Link href="/plans">{words.back}</Link>
        </p>
        <h1>{words.compare.heading(say(left.name), say(right.name))}</h1>
        <p className="quiet">
          {words.compare.totals(
            count(({ a, b }) => a !== null && b !== null),
            count(({ b }) => b === null),
            count(({ a }) => a === null),
          )}
        </p>
        <label className="check">
          <input type="checkbox" checked={differing} onChange={(event) => setDiffering(event.target.checked)} />{' '}
          {words.compare.onlyDiffering}
        </label>
      </header>
      <div className="table-scroll" role="region" aria-label={words.library.compare} tabIndex={0}>
        <table className="dense pairs stacks">
          <thead>
            <tr>
              <th scope="col">{say(left.name)}</th>
              <th scope="col">{say(right.name)}</th>
              <th scope="col">
                <div className="figures-head">
                  <span>{words.compare.figures}</span>
                  <span>{say(left.name)}</span>
                  <span>{say(right.name)}</span>
                </div>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((pair, i) => (
              <tr key={i}>
                <MeasureCell measure={pair.a} />
                <MeasureCell measure={pair.b} />
                <td>
                  <Figures pair={pair} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </article>
  )
}

function MeasureCell({ measure }: { readonly measure: Measure | null }) {
  const { words } = usePlansWords()
  if (measure === null) return <td className="quiet none">{words.compare.none}</td>
  return (
    <td lang="zh-CN">
      <span className="path">{measure.path}</span> {measure.heading}
    </td>
  )
}

/** Alike, unlike, or on one side only. */
const sort = (a: string | null, b: string | null, same: boolean): string =>
  same ? 'ok-text' : a !== null && b !== null ? 'late-text' : 'quiet'

function Figures({ pair }: { readonly pair: MeasurePair }) {
  const { words } = usePlansWords()
  return (
    <ul className="figures">
      {pair.figures.map(({ name, a, b, same }, i) => (
        <li key={i}>
          <span>{name}</span>
          <span
            className={sort(a, b, same)}
            title={a !== null && b !== null && !same ? words.compare.differs : undefined}
          >
            {a ?? '—'}
          </span>
          <span className={sort(a, b, same)}>{b ?? '—'}</span>
        </li>
      ))}
    </ul>
  )
}
