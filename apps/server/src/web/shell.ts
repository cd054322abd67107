import { html } from 'hono/html'
import type { PlaceSummary } from '../places/schemas.ts'

/** Where index.html takes what the server knows before any script runs. */
export const firstMark = '<!--first-->'

/**
 * The first page with the list of places as plain links, so that a slow phone shows something to choose from
 * before the script has come. The script draws the same over it.
 */
export async function homeShell(indexHtml: string, places: readonly PlaceSummary[]): Promise<string> {
  const first = await html`<h1>我能享受什么</h1>
    <p class="lead">
      选一个地方，回答几个问题，看清能领什么、领多少、怎么领、凭的是哪一条。<br /><strong
        >三分钟。答案只留在这台设备上。</strong
      >
    </p>
    <ul class="place-list">
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
  return indexHtml.replace(firstMark, () => String(first))
}

/** A page that shows nothing before its script has come: plans, the desk, one's own data. */
export async function namedShell(indexHtml: string, name: string): Promise<string> {
  const first = await html`<h1>${name}</h1>
    <p class="quiet">正在打开…</p>`
  return indexHtml.replace(firstMark, () => String(first))
}

/** The page of one place, with its name. */
export async function placeShell(indexHtml: string, place: PlaceSummary): Promise<string> {
  const first = await html`<h1>${place.name.zh}</h1>
    <p class="quiet">正在打开…</p>`
  return indexHtml.replace(firstMark, () => String(first))
}
