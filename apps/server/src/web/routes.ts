import { Hono } from 'hono'
import { forever, type Kept, revalidate, send } from '../edge/send.ts'
import { problem } from '../problems/problem.ts'

/** The one HTML page of the web, as it first looks at `/` and at the address of each place. */
export interface Shells {
  readonly home: Kept
  /** Every address under /plans. */
  readonly plans: Kept
  /** Every address under /desk. */
  readonly desk: Kept
  /** Every address under /me. */
  readonly me: Kept
  readonly places: ReadonlyMap<string, Kept>
}

/** The family page: its files, and the one HTML page behind every address a place has. */
export function webRoutes({
  files,
  shells,
}: {
  readonly files: ReadonlyMap<string, Kept>
  readonly shells: Shells
}): Hono {
  const app = new Hono()
  const own = new Map([
    ['plans', shells.plans],
    ['desk', shells.desk],
    ['me', shells.me],
  ])
  app.get('*', (c) => {
    const { path } = c.req
    const [, first = ''] = path.split('/')
    const page = path === '/' || path === '/index.html' ? shells.home : (own.get(first) ?? shells.places.get(first))
    if (page !== undefined) return send(c, page, revalidate)
    const file = files.get(path)
    if (file !== undefined) return send(c, file, path.startsWith('/assets/') ? forever : revalidate)
    const wantsPage = (c.req.header('accept') ?? '').includes('text/html')
    if (first === 'api' || !wantsPage) return problem(c, 'not-found')
    // The page itself says in plain words that there is no such place.
    const answer = send(c, shells.home, 'no-store')
    return answer.status === 304 ? answer : new Response(answer.body, { status: 404, headers: answer.headers })
  })
  return app
}
