/**
 * Keeps the family page for when there is no signal. Three rules: files that carry their hash are taken from the
 * cache first; pages, places and regions are asked for first and taken from the cache when nobody answers; nothing
 * else of the API, and nothing that is sent (POST), is ever kept. Runs as /sw.js; the build fills in the version and the files.
 */
const scope = globalThis as unknown as ServiceWorkerGlobalScope
const version = '__VERSION__'
const files = ['__FILES__']
const shell = `shell-${version}`
/** Places, regions and fonts seen so far; kept across versions. */
const seen = 'seen'

interface ServiceWorkerGlobalScope extends EventTarget {
  readonly caches: CacheStorage
  readonly location: Location
  readonly clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
}

interface WaitingEvent extends Event {
  waitUntil(promise: Promise<unknown>): void
}

interface AskingEvent extends WaitingEvent {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}

scope.addEventListener('install', (event) => {
  const keep = async () => {
    const cache = await scope.caches.open(shell)
    await cache.addAll(files)
    await scope.skipWaiting()
  }
  ;(event as WaitingEvent).waitUntil(keep())
})

scope.addEventListener('activate', (event) => {
  const tidy = async () => {
    const names = await scope.caches.keys()
    await Promise.all(names.filter((name) => name !== shell && name !== seen).map((name) => scope.caches.delete(name)))
    await scope.clients.claim()
  }
  ;(event as WaitingEvent).waitUntil(tidy())
})

scope.addEventListener('fetch', (event) => {
  const asking = event as AskingEvent
  const { request } = asking
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== scope.location.origin) return
  if (url.pathname.startsWith('/assets/')) asking.respondWith(cacheFirst(request))
  else if (isPublic(url.pathname)) asking.respondWith(networkFirst(request))
  else if (request.mode === 'navigate' && !/^\/(?:docs|problems|openapi)/u.test(url.pathname))
    asking.respondWith(page(request))
})

/** What everyone may read: only this is kept. People, sessions and logs go past this worker and leave nothing behind. */
function isPublic(pathname: string): boolean {
  return /^\/api\/(?:places|regions)(?:\/|$)/u.test(pathname)
}

async function cacheFirst(request: Request): Promise<Response> {
  const kept = await scope.caches.match(request)
  if (kept !== undefined) return kept
  return keepSeen(request, await fetch(request))
}

async function networkFirst(request: Request): Promise<Response> {
  const cache = await scope.caches.open(seen)
  // A place may have been kept under another version: an older place is better than none.
  const place = new URL(request.url).pathname.startsWith('/api/places/')
  const kept = (await cache.match(request)) ?? (place ? await cache.match(request, { ignoreSearch: true }) : undefined)
  try {
    return await keepSeen(request, await fetch(request, patience(kept)))
  } catch {
    return kept ?? Response.error()
  }
}

async function page(request: Request): Promise<Response> {
  const cache = await scope.caches.open(shell)
  const kept = await cache.match('/')
  try {
    return await fetch(request, patience(kept))
  } catch {
    return kept ?? Response.error()
  }
}

/** With something kept, four seconds of a dead signal are enough; without, the browser waits as long as it likes. */
function patience(kept: Response | undefined): RequestInit {
  return kept === undefined ? {} : { signal: AbortSignal.timeout(4000) }
}

async function keepSeen(request: Request, answer: Response): Promise<Response> {
  if (!answer.ok || /no-store/u.test(answer.headers.get('cache-control') ?? '')) return answer
  const cache = await scope.caches.open(seen)
  const { pathname } = new URL(request.url)
  // One version of a place is enough.
  if (pathname.startsWith('/api/places/')) await cache.delete(request, { ignoreSearch: true })
  await cache.put(request, answer.clone())
  return answer
}
