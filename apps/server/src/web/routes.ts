import { Hono } from 'hono'
import { forever, type Kept, revalidate, send } from '../edge/send.ts'
import type { Library } from '../places/library.ts'
import { problem } from '../problems/problem.ts'

/** The family page: its files, and the one HTML page behind every address a place has. */
export function webRoutes({
  files,
  shell,
  library,
}: {
  readonly files: ReadonlyMap<string, Kept>
  readonly shell: Kept
  readonly library: Library
}): Hono {
  const app = new Hono()
  app.get('*', (c) => {
    const file = c.req.path === '/index.html' ? shell : files.get(c.req.path)
    if (file !== undefined) return send(c, file, c.req.path.startsWith('/assets/') ? forever : revalidate)
    const [, first = ''] = c.req.path.split('/')
    const wantsPage = (c.req.header('accept') ?? '').includes('text/html')
    if (first === 'api' || !(wantsPage || first === '' || library.places.has(first))) return problem(c, 'not-found')
    const answer = send(c, shell, revalidate)
    // The page itself says in plain words that there is no such place.
    return first === '' || library.places.has(first) || answer.status === 304
      ? answer
      : new Response(answer.body, { status: 404, headers: answer.headers })
  })
  return app
}
