import type { Place } from '@junheng/entitlements'
import type { components } from './openapi.d.ts'

export type PlaceSummary = components['schemas']['PlaceSummary']

/** The service could not be reached or did not answer as agreed; nothing of the family's is lost by it. */
class NoAnswer extends Error {
  readonly status: number | null
  constructor(status: number | null) {
    super(status === null ? 'no answer' : `status ${status}`)
    this.name = 'NoAnswer'
    this.status = status
  }
}

async function get(path: string): Promise<unknown> {
  const response = await fetch(path, { headers: { accept: 'application/json' } }).catch(() => null)
  if (response === null) throw new NoAnswer(null)
  if (!response.ok) throw new NoAnswer(response.status)
  return response.json()
}

/** The places that can be asked about. Throws `NoAnswer`. */
export async function fetchPlaces(): Promise<readonly PlaceSummary[]> {
  const { places } = (await get('/api/places')) as components['schemas']['PlaceList']
  return places
}

/** One resolved place, by the address its list entry gives. Throws `NoAnswer`. */
export async function fetchPlace(href: string): Promise<Place> {
  return (await get(href)) as Place
}
