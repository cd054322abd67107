/**
 * The real service of the office on a port of its own, in a process of its own: argument 1 is its order, as JSON. Tells
 * its parent its port, and its memory once a second.
 */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { createApp } from '../../apps/server/src/app.ts'
import { openPool, type Address } from '../../apps/server/src/database/connect.ts'
import type { Secrets } from '../../apps/server/src/database/secrets.ts'
import { makeOffice } from '../../apps/server/src/sign-in/make-office.ts'
import type { DemoCard } from '../../apps/server/src/sign-in/demonstration.ts'
import { visibleMessages } from '../../apps/server/src/sign-in/messages.ts'

interface Order {
  readonly address: Address
  readonly secrets: Secrets
  readonly cards: readonly DemoCard[]
}

const { address, secrets, cards } = JSON.parse(process.argv[2] ?? '') as Order
const as = (user: string, password: string) => ({ ...address, user, password })
const unlimited = { points: 1_000_000_000, seconds: 1 }
let office: ReturnType<typeof makeOffice>['office'] | null = null
const app = createApp({
  library: { places: new Map(), vocabulary: [] as never },
  log: () => undefined,
  // Two hundred people come from one address here, which no office does.
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
office = makeOffice({
  app: openPool(as('junheng_app', secrets.app)),
  auditor: openPool(as('junheng_auditor', secrets.auditor), { max: 1 }),
  address: as('junheng_app', secrets.app),
  secrets,
  origin: `http://127.0.0.1:${port}`,
  providers: [],
  messages: visibleMessages(),
  demonstration: { cards },
  // Nobody types as fast as is measured here.
  requestsPerUser: 1_000_000_000,
  limits: { signIn: unlimited },
}).office
process.send?.({ port })
setInterval(() => process.send?.({ rss: process.memoryUsage.rss() }), 1000)
process.on('disconnect', () => process.exit(0))
