import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import type { Clause, Place } from '@junheng/entitlements'
import { LoadFailed } from '../../places/load-failed.tsx'
import { loadPlace, useLoaded } from '../../places/use-loaded.ts'
import { useWords } from '../../messages/language.tsx'
import { usePlansWords } from '../words/use-plans-words.ts'
import { CoverageParts } from './coverage-parts.tsx'

/** One kept plan, clause by clause, with what the pack does about each. */
export function PlanPage({ id }: { readonly id: string }) {
  const { words } = usePlansWords()
  const place = useLoaded(useMemo(() => () => loadPlace(id), [id]))
  if (place.state === 'loading') return <p className="quiet">{words.loading}</p>
  if (place.state === 'failed') return <LoadFailed retry={place.retry} />
  if (place.value === null || place.value.clauses.length === 0)
    return (
      <p>
        {words.notFound} <Link href="/plans">{words.back}</Link>
      </p>
    )
  return <PlanOf place={place.value} />
}

function PlanOf({ place }: { readonly place: Place }) {
  const { words } = usePlansWords()
  const { say } = useWords()
  const [open, setOpen] = useState(false)
  const plan = place.documents.find(({ id }) => id === place.plan)
  const parts = place.clauses.flatMap((clause) => clause.parts)
  const live = parts.filter(({ by }) => by.length > 0).length
  const promised = parts.filter((part) => part.promised).length
  const shown = place.clauses.filter((clause) => !open || clause.parts.some((part) => part.promised))
  return (
    <article className="stack">
      <header>
        <p>
          <Link href="/plans">{words.back}</Link>
        </p>
        <h1 lang="zh-CN">{plan?.title ?? say(place.name)}</h1>
        <p className="quiet">
          {say(place.name)} · {plan?.issuer ?? '—'} · {plan?.issued ?? '—'} ·{' '}
          {words.plan.totals(place.clauses.length, live, promised)}
        </p>
        <label className="check">
          <input type="checkbox" checked={open} onChange={(event) => setOpen(event.target.checked)} /> {words.plan.only}
        </label>
      </header>
      <div className="table-scroll" role="region" aria-label={words.plan.clause} tabIndex={0}>
        <table className="dense clauses stacks">
          <thead>
            <tr>
              <th scope="col">{words.plan.clause}</th>
              <th scope="col">
                {words.plan.says} → {words.plan.does}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((clause) => (
              <ClauseRow key={clause.path} place={place} clause={clause} />
            ))}
          </tbody>
        </table>
      </div>
    </article>
  )
}

function ClauseRow({ place, clause }: { readonly place: Place; readonly clause: Clause }) {
  const depth = clause.path.split('/').length
  return (
    <tr className={depth === 1 ? 'chapter' : undefined}>
      <th scope="row" lang="zh-CN" className={`depth-${Math.min(depth, 4)}`}>
        <span className="path">{clause.path}</span> {clause.heading}
        <UnitsOf clause={clause} />
      </th>
      <td>
        <CoverageParts place={place} parts={clause.parts} />
      </td>
    </tr>
  )
}

function UnitsOf({ clause }: { readonly clause: Clause }) {
  const { words } = usePlansWords()
  const roles = (['lead', 'support', 'joint', 'implement'] as const).filter((role) => clause[role].length > 0)
  if (roles.length === 0) return null
  return (
    <span className="units quiet">
      {roles.map((role) => `${words.desk.units[role]}：${clause[role].join('、')}`).join('；')}
    </span>
  )
}
