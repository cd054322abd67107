/**
 * The real service of the office on a port of its own, in a process of its own: its order is the first message. Tells
 * its parent its port, and its memory once a second.
 */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { createApp } from '../../apps/server/src/app.ts'
import { openCases } from '../../apps/server/src/cases/open-cases.ts'
import { openPool, type Address } from '../../apps/server/src/database/connect.ts'
import type { Secrets } from '../../apps/server/src/database/secrets.ts'
import { openLibrary } from '../../apps/server/src/places/service.ts'
import { makeOffice } from '../../apps/server/src/sign-in/make-office.ts'
import type { DemoCard } from '../../apps/server/src/sign-in/demonstration.ts'
import { visibleMessages } from '../../apps/server/src/sign-in/messages.ts'
import { region } from './place.ts'

export interface OfficeOrder {
  readonly address: Address
  readonly secrets: Secrets
  readonly cards: readonly DemoCard[]
  /** Base addresses of the departments that have a system. */
  readonly departments: Readonly<Record<string, string>>
}

const { address, secrets, cards, departments } = ((await once(process, 'message')) as [OfficeOrder])[0]
const as = (user: string, password: string) => ({ ...address, user, password })
const addresses = {
  owner: address,
  app: as('junheng_app', secrets.app),
  auditor: as('junheng_auditor', secrets.auditor),
}
const unlimited = { points: 1_000_000_000, seconds: 1 }
const complain = (error: unknown) => process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
let office: ReturnType<typeof makeOffice>['office'] | null = null
const library = await openLibrary(join(import.meta.dirname, '../../packs'), () => undefined)
const app = createApp({
  library,
  log: (line) => void ('message' in line && complain(line.message)),
  // A thousand people come from one address here, which no office does.
  door: {
    office: () => office,
    origin: () => null,
    behindProxy: false,
    perAddress: unlimited,
  },
})
const listener = getRequestListener(app.fetch)
const server = createServer((request, response) => void listener(request, response))
// Sessions think for seconds; a browser would open another connection where one was closed meanwhile.
server.keepAliveTimeout = 600_000
server.listen(0, '127.0.0.1')
await once(server, 'listening')
const { port } = server.address() as AddressInfo
const database = { app: openPool(addresses.app), addresses, secrets }
const proceduresOf = (county: string) => library.procedures?.get(county) ?? []
const { service } = await openCases(database, {
  settings: { proceduresOf, regions: [region], departments, simulate: false },
  address: `http://127.0.0.1:${port}`,
  onError: complain,
})
office = makeOffice({
  app: database.app,
  auditor: openPool(addresses.auditor, { max: 1 }),
  address: addresses.app,
  secrets,
  origin: `http://127.0.0.1:${port}`,
  providers: [],
  messages: visibleMessages(),
  demonstration: { cards },
  cases: service,
  // Nobody types as fast as is measured here.
  requestsPerUser: 1_000_000_000,
  limits: { signIn: unlimited },
}).office
process.send?.({ port })
setInterval(() => process.send?.({ rss: process.memoryUsage.rss() }), 1000)
process.on('disconnect', () => process.exit(0))
