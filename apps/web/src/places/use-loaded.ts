import { useCallback, useEffect, useState } from 'react'
import type { Place } from '@junheng/entitlements'
import { fetchPlace, fetchPlaces, type PlaceSummary } from '../api/client.ts'

export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly retry: () => void }
  | { readonly state: 'ready'; readonly value: T }

/** What a question asked once per visit has come to. */
export function useLoaded<T>(load: () => Promise<T>): Loaded<T> {
  const [result, setResult] = useState<Loaded<T>>({ state: 'loading' })
  const [attempt, setAttempt] = useState(0)
  const retry = useCallback(() => setAttempt((before) => before + 1), [])
  useEffect(() => {
    let wanted = true
    setResult((before) => (before.state === 'ready' ? before : { state: 'loading' }))
    load().then(
      (value) => wanted && setResult({ state: 'ready', value }),
      () => wanted && setResult({ state: 'failed', retry }),
    )
    return () => {
      wanted = false
    }
  }, [load, attempt, retry])
  return result
}

let places: Promise<readonly PlaceSummary[]> | undefined
const byHref = new Map<string, Promise<Place>>()

/** The list of places, asked for once. */
export function loadPlaces(): Promise<readonly PlaceSummary[]> {
  places ??= forgetOnFailure(fetchPlaces(), () => {
    places = undefined
  })
  return places
}

/** One place at its newest version, or null where there is none of that id. */
export async function loadPlace(id: string): Promise<Place | null> {
  const summary = (await loadPlaces()).find((place) => place.id === id)
  if (summary === undefined) return null
  const { href } = summary
  const place = byHref.get(href) ?? forgetOnFailure(fetchPlace(href), () => byHref.delete(href))
  byHref.set(href, place)
  return place
}

function forgetOnFailure<T>(promise: Promise<T>, forget: () => void): Promise<T> {
  promise.catch(forget)
  return promise
}
