import { createHash } from 'node:crypto'
import type { Procedure } from '@junheng/casework'
import { unionVocabulary, type Place, type Vocabulary } from '@junheng/entitlements'
import { regionPath } from '@junheng/kernel/regions'
import { encodeBody } from '../edge/encoding.ts'
import type { Kept } from '../edge/send.ts'
import type { PlaceSummary } from './schemas.ts'

export interface StoredPlace {
  readonly place: Place
  readonly summary: PlaceSummary
  /** The place as JSON, compressed once. */
  readonly kept: Kept
}

/** All places the server answers for, in the order they are listed. */
export interface Library {
  readonly places: ReadonlyMap<string, StoredPlace>
  /** What a situation may say in any of them. */
  readonly vocabulary: Vocabulary
  /** Every version of the procedures of a place, by its six-digit region; absent: none were read. */
  readonly procedures?: ReadonlyMap<string, readonly Procedure[]>
}

/** Prepares every place once: its list entry, its JSON, its validator. Places with a plan of their own come first. */
export async function makeLibrary(
  places: readonly Place[],
  procedures: ReadonlyMap<string, readonly Procedure[]> = new Map(),
): Promise<Library> {
  const stored = await Promise.all(places.map(storePlace))
  stored.sort((a, b) => rank(a.place) - rank(b.place) || a.place.region - b.place.region)
  return { places: new Map(stored.map((one) => [one.place.id, one])), vocabulary: unionVocabulary(places), procedures }
}

/**
 * The place whose rules a county (six digits) answers by: its own, else its prefecture's, its province's or the nation's.
 * Undefined for a library without packs.
 */
export function findPlaceOf({ places }: Library, region: string): Place | undefined {
  const all = [...places.values()]
  for (const code of withAncestors(region)) {
    const found = all.find(({ place }) => String(place.region).padStart(6, '0') === code)
    if (found !== undefined) return found.place
  }
  return undefined
}

/** The procedures a county works by: of the same place as its rules. */
export function proceduresFor({ procedures }: Library, region: string): readonly Procedure[] {
  for (const code of withAncestors(region)) {
    const found = procedures?.get(code)
    if (found !== undefined) return found
  }
  return []
}

/** A county and what it lies in, the nearest first. */
function withAncestors(region: string): readonly string[] {
  return [region, `${region.slice(0, 4)}00`, `${region.slice(0, 2)}0000`, '000000']
}

function rank(place: Place): number {
  return place.plan === null ? 1 : 0
}

async function storePlace(place: Place): Promise<StoredPlace> {
  const bytes = new TextEncoder().encode(JSON.stringify(place))
  const version = createHash('sha256').update(bytes).digest('base64url').slice(0, 16)
  return {
    place,
    summary: summaryOf(place, version),
    kept: { body: await encodeBody(bytes), type: 'application/json; charset=utf-8', etag: `"${version}"` },
  }
}

function summaryOf(place: Place, version: string): PlaceSummary {
  const plan = place.documents.find((document) => document.id === place.plan)
  return {
    id: place.id,
    region: place.region,
    name: place.name,
    regionPath: regionPath(place.region) ?? place.name.zh,
    plan:
      plan === undefined
        ? null
        : {
            title: plan.title,
            issuer: plan.issuer,
            issued: plan.issued,
            status: plan.status,
            confidence: plan.confidence,
            note: plan.note,
          },
    benefits: place.benefits.length,
    unconfirmed: place.benefits.filter((benefit) => benefit.confidence !== 'confirmed').length,
    version,
    href: `/api/places/${place.id}?v=${version}`,
  }
}
