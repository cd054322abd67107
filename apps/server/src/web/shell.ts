import { html } from 'hono/html'
import type { PlaceSummary } from '../places/schemas.ts'

/** Where index.html takes what the server knows before any script runs. */
export const placesMark = '<!--places-->'

/**
 * The list of places as plain links in the first page, so that a slow phone shows something to choose from
 * before the script has come. The script draws the same list over it.
 */
export async function shellWithPlaces(indexHtml: string, places: readonly PlaceSummary[]): Promise<string> {
  const list = await html`<ul class="place-list">
    ${places
      .filter((place) => place.plan !== null)
      .map(
        (place) =>
          html`<li>
            <a class="place-card" href="/${place.id}"
              ><span class="place-name">${place.name.zh}</span><span class="place-path">${place.regionPath}</span></a
            >
          </li>`,
      )}
  </ul>`
  return indexHtml.replace(placesMark, () => String(list))
}
