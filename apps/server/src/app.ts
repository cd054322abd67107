import { OpenAPIHono } from '@hono/zod-openapi'
import { unionVocabulary } from '@junheng/entitlements'
import type { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { HTTPException } from 'hono/http-exception'
import { requestId } from 'hono/request-id'
import { coverageRoutes } from './coverage/routes.ts'
import { documentLimitBytes } from './documents/document-types.ts'
import { docsRoutes } from './docs/routes.ts'
import { nullableReferences } from './docs/nullable-references.ts'
import type { OpenApiDocument } from './docs/render.ts'
import { allowedMethods } from './edge/allowed-methods.ts'
import { type Log, requestLog } from './edge/request-log.ts'
import { security } from './edge/security.ts'
import { entitlementRoutes } from './entitlements/routes.ts'
import { guardOffice, type OfficeDoor } from './sign-in/door.ts'
import { officeRoutes, refusalCode } from './office-routes.ts'
import { Refusal } from './edge/refusal.ts'
import { isDomainError } from '@junheng/kernel'
import type { Library } from './places/library.ts'
import { placeRoutes } from './places/routes.ts'
import { problem } from './problems/problem.ts'
import { problemRoutes } from './problems/routes.ts'
import { regionRoutes } from './regions/routes.ts'
import { situationRoutes } from './situation/routes.ts'

/** A situation of a large family is some two kilobytes. */
const bodyLimitBytes = 64 * 1024

/** Where papers of a case and files of the bank are uploaded. */
const uploads = /^\/api\/((my\/)?cases\/[0-9a-f-]{36}\/documents|payments\/batches\/[0-9a-f-]{36}\/answer)$/

/** The office that is not there yet: families' pages never need it. */
const closed: OfficeDoor = { office: () => null, origin: () => null, behindProxy: false }

/** The whole service over a library of places and, once its database is open, the office. */
export function createApp({
  library,
  log,
  web = null,
  styleHashes = [],
  door = closed,
}: {
  readonly library: Library
  readonly log: Log
  /** The family page, mounted last; null for the API alone. */
  readonly web?: Hono | null
  readonly styleHashes?: readonly string[]
  readonly door?: OfficeDoor
}): OpenAPIHono {
  const app = new OpenAPIHono()
  app.use(requestId({ limitLength: 64 }))
  app.use(requestLog(log))
  app.use(security(styleHashes))
  app.use(compress())
  const small = bodyLimit({ maxSize: bodyLimitBytes, onError: (c) => problem(c, 'body-too-large') })
  const large = bodyLimit({ maxSize: documentLimitBytes, onError: (c) => problem(c, 'document-too-large') })
  app.use((c, next) => (uploads.test(c.req.path) ? large(c, next) : small(c, next)))
  guardOffice(app, door)
  const api = apiRoutes(library)
  app.route('/', api)
  app.route(
    '/',
    docsRoutes(() => describeApi(api)),
  )
  app.route('/', problemRoutes())
  app.use(allowedMethods(app.routes))
  if (web !== null) app.route('/', web)
  app.notFound((c) => problem(c, 'not-found'))
  app.onError((error, c) => {
    if (error instanceof Refusal) return problem(c, error.code, error.options)
    if (isDomainError(error, 'access-refused')) return problem(c, refusalCode(error), { detail: error.text })
    if (error instanceof HTTPException) {
      return problem(
        c,
        error.status === 415 ? 'unsupported-media-type' : error.status === 400 ? 'not-json' : 'not-found',
      )
    }
    // The stack names code, never data; the message could quote a value, so it is left out.
    log({
      message: `${c.get('requestId')} ${error.name} ${(error.stack ?? '').split('\n').slice(1, 4).join(' ').trim()}`,
    })
    return problem(c, 'internal')
  })
  return app
}

function apiRoutes(library: Library): OpenAPIHono {
  const api = new OpenAPIHono()
  api.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'junheng.session_token',
  })
  for (const routes of [
    placeRoutes(library),
    entitlementRoutes(library),
    coverageRoutes(library),
    situationRoutes(library),
    regionRoutes(),
    ...officeRoutes(),
  ]) {
    api.route('/', routes)
  }
  return api
}

/** The description of the whole API without any place loaded. */
export function describeService(): OpenApiDocument {
  return describeApi(apiRoutes({ places: new Map(), vocabulary: unionVocabulary([]) }))
}

/** OpenAPI 3.1, made from the routes themselves. */
function describeApi(api: OpenAPIHono): OpenApiDocument {
  const written = api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Junheng API',
      version: '0.1.0',
      description:
        'What a place promises the families who live there, as data: each answer with its amount, its days and the clause it rests on; and, for staff and residents who sign in, the register of people. The families’ routes hold no personal data.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    servers: [{ url: '/' }],
    tags: [
      { name: 'places', description: 'Places and their promises' },
      { name: 'entitlements', description: 'What one household is entitled to' },
      { name: 'regions', description: 'Administrative regions of GB/T 2260' },
      { name: 'session', description: 'Signing in and out' },
      { name: 'people', description: 'The register, for staff acting from a post' },
      { name: 'staff', description: 'Posts, who fills them, and their work' },
      { name: 'log', description: 'The audit chain, refusals, emergencies' },
      { name: 'my', description: 'What residents see of themselves' },
      { name: 'cases', description: 'Cases, births, documents and deliveries to departments' },
      { name: 'departments', description: 'What departments call, signed after the Standard Webhooks specification' },
    ],
  })
  return nullableReferences(written)
}
