import { useDeferredValue, useId, useState } from 'react'
import { Link } from 'wouter'
import type { PlaceSummary } from '../api/client.ts'
import { useWords } from '../messages/language.tsx'
import { usePageTitle } from '../design/use-page-title.ts'
import { PlaceCard } from './place-card.tsx'
import { LoadFailed } from './load-failed.tsx'
import { loadPlaces, useLoaded } from './use-loaded.ts'
import './places.css'

/** The first page: what this is, and the places one can look up. */
export function PlacesPage() {
  const { t } = useWords()
  usePageTitle(t.title)
  const places = useLoaded(loadPlaces)
  return (
    <>
      <h1 tabIndex={-1}>{t.title}</h1>
      <p className="lead">
        {t.home.lead}
        <br />
        <strong>{t.home.privacy}</strong>
      </p>
      {places.state === 'loading' && <p className="quiet">{t.home.loading}</p>}
      {places.state === 'failed' && <LoadFailed retry={places.retry} />}
      {places.state === 'ready' && <PlaceChooser places={places.value} />}
    </>
  )
}

function PlaceChooser({ places }: { readonly places: readonly PlaceSummary[] }) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const wanted = useDeferredValue(text.trim().toLowerCase())
  const id = useId()
  const withPlan = places.filter((place) => place.plan !== null)
  const layers = places.filter((place) => place.plan === null)
  const found = withPlan.filter((place) =>
    [place.name.zh, place.name.en, place.regionPath].some((name) => name.toLowerCase().includes(wanted)),
  )
  return (
    <>
      <div className="place-search" role="search">
        <label htmlFor={id}>{t.home.search}</label>
        <input
          id={id}
          type="search"
          autoComplete="off"
          placeholder={t.home.searchHint}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <h2 className="visually-hidden">{t.home.places}</h2>
      <p role="status" className={found.length > 0 ? 'visually-hidden' : 'notice'}>
        {found.length > 0 ? `${t.home.places} ${found.length}` : t.home.none(text.trim())}
      </p>
      <ul className="place-list">
        {found.map((place) => (
          <li key={place.id}>
            <PlaceCard place={place} />
          </li>
        ))}
      </ul>
      {layers.length > 0 && (
        <section className="layers">
          <h2>{t.home.layers}</h2>
          <p className="small quiet">{t.home.layersLead}</p>
          <ul className="layer-list">
            {layers.map((place) => (
              <li key={place.id}>
                <LayerLink place={place} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function LayerLink({ place }: { readonly place: PlaceSummary }) {
  const { say } = useWords()
  return (
    <Link className="choice" href={`/${place.id}`}>
      {say(place.name)}
    </Link>
  )
}
