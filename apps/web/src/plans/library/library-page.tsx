import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { PlaceSummary } from '../../api/client.ts'
import { LoadFailed } from '../../places/load-failed.tsx'
import { loadPlaces, useLoaded } from '../../places/use-loaded.ts'
import { useWords } from '../../messages/language.tsx'
import { useDesk } from '../work/desk-store.ts'
import { usePlansWords } from '../words/use-plans-words.ts'
import { UploadBox } from './upload-box.tsx'

/** The door: read a new plan, look into those that are kept, compare two. */
export function LibraryPage() {
  const { words } = usePlansWords()
  const desk = useDesk()
  const places = useLoaded(loadPlaces)
  return (
    <div className="stack">
      <header>
        <h1>{words.title}</h1>
        <p className="lead">{words.lead}</p>
      </header>
      {desk === null ? null : (
        <p className="kept">
          {words.upload.kept} <strong>{desk.work.head.title || desk.work.fileName}</strong>{' '}
          <Link href="/plans/read">{words.upload.again}</Link>
        </p>
      )}
      <UploadBox />
      {places.state === 'loading' ? <p className="quiet">{words.loading}</p> : null}
      {places.state === 'failed' ? <LoadFailed retry={places.retry} /> : null}
      {places.state === 'ready' ? <Library places={places.value.filter(({ plan }) => plan !== null)} /> : null}
    </div>
  )
}

function Library({ places }: { readonly places: readonly PlaceSummary[] }) {
  const { words } = usePlansWords()
  const { say } = useWords()
  const named = [...places].sort((a, b) => a.region - b.region)
  return (
    <>
      <section className="panel" aria-labelledby="plans-library">
        <h2 id="plans-library">{words.library.heading}</h2>
        <div className="table-scroll" role="region" aria-label={words.library.list} tabIndex={0}>
          <table className="dense stacks">
            <thead>
              <tr>
                <th scope="col">{words.library.place}</th>
                <th scope="col">{words.library.plan}</th>
                <th scope="col">{words.plan.issuer}</th>
                <th scope="col">{words.plan.issued}</th>
                <th scope="col" className="number">
                  {words.library.region}
                </th>
              </tr>
            </thead>
            <tbody>
              {named.map(({ id, name, plan, region }) => (
                <tr key={id}>
                  <th scope="row">
                    <Link href={`/plans/place/${id}`}>{say(name)}</Link>
                  </th>
                  <td lang="zh-CN">
                    {plan?.title}
                    {plan?.status === 'draft' ? <span className="tag waiting">{words.library.draft}</span> : null}
                  </td>
                  <td lang="zh-CN">{plan?.issuer ?? '—'}</td>
                  <td>{plan?.issued ?? '—'}</td>
                  <td className="number">{String(region).padStart(6, '0')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      {named.length > 1 ? <CompareForm places={named} /> : null}
    </>
  )
}

function CompareForm({ places }: { readonly places: readonly PlaceSummary[] }) {
  const { words } = usePlansWords()
  const { say } = useWords()
  const [, navigate] = useLocation()
  const [a, setA] = useState(places[0]?.id ?? '')
  const [b, setB] = useState(places[1]?.id ?? '')
  const options = places.map(({ id, name }) => (
    <option key={id} value={id}>
      {say(name)}
    </option>
  ))
  return (
    <form
      className="panel row"
      aria-labelledby="plans-compare"
      onSubmit={(event) => {
        event.preventDefault()
        navigate(`/plans/compare/${a}/${b}`)
      }}
    >
      <h2 id="plans-compare">{words.library.compare}</h2>
      <select
        className="fit"
        aria-label={`${words.library.place} A`}
        value={a}
        onChange={(event) => setA(event.target.value)}
      >
        {options}
      </select>
      <span>{words.library.with}</span>
      <select
        className="fit"
        aria-label={`${words.library.place} B`}
        value={b}
        onChange={(event) => setB(event.target.value)}
      >
        {options}
      </select>
      <button type="submit" className="choice fit" disabled={a === b}>
        {words.library.go}
      </button>
    </form>
  )
}
