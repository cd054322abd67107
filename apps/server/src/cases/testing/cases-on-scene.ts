import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { getRequestListener } from '@hono/node-server'
import type { TestDatabase } from '../../database/testing/test-database.ts'
import { openLibrary } from '../../places/service.ts'
import type { CaseService } from '../case-service.ts'
import { openCases } from '../open-cases.ts'

/** What answers requests of the simulated departments: the app of the scene, once it is there. */
export interface Answering {
  readonly fetch: (request: Request) => Response | Promise<Response>
}

/** The work on cases as `npm start` opens it: the packs' own procedures, six simulated departments on this machine. */
export async function casesOnScene(
  database: TestDatabase,
  { region, app }: { readonly region: string; readonly app: () => Answering },
): Promise<{ readonly service: CaseService; readonly close: () => Promise<void> }> {
  const listener = getRequestListener((request) => app().fetch(request))
  const server = createServer((request, response) => void listener(request, response)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const packs = fileURLToPath(new URL('../../../../../packs', import.meta.url))
  const { procedures } = await openLibrary(packs, () => undefined)
  const { app: pool, address, secrets } = database
  const cases = await openCases(
    { app: pool, secrets, addresses: { owner: address, app: address, auditor: address } },
    {
      settings: {
        proceduresOf: (code) => procedures?.get(code) ?? [],
        regions: [region],
        departments: {},
        simulate: true,
      },
      address: `http://127.0.0.1:${port}/`,
      onError: (error) => process.stderr.write(`${String(error)}\n`),
    },
  )
  return {
    service: cases.service,
    close: async () => {
      await cases.close()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
