import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { createApp } from './app.ts'
import type { Log } from './edge/request-log.ts'
import { findPlaceOf, proceduresFor, type Library } from './places/library.ts'
import { openLibrary } from './places/service.ts'
import { beginOffice, type OfficeSettings, type OpeningOffice } from './sign-in/open-office.ts'
import { inlineStyleHashes, keep, readWebFiles } from './web/files.ts'
import { type Shells, webRoutes } from './web/routes.ts'
import { homeShell, namedShell, placeShell } from './web/shell.ts'

export interface RunningServer {
  /** The one address to open. */
  readonly address: string
  readonly close: () => Promise<void>
}

/**
 * Loads all packs, then serves. Port 0 takes any free one. Without a built web only the API is served.
 * Throws `no-place` when no pack can be used, and Node's own error when the port is taken.
 */
export async function startServer({
  port,
  packsDir,
  webDir,
  log,
  host = '127.0.0.1',
  office = null,
}: {
  readonly port: number
  readonly packsDir: string
  readonly webDir: string
  readonly log: Log
  readonly host?: string
  /** The office opens in the background; null: families' pages alone. */
  readonly office?: OfficeSettings | null
}): Promise<RunningServer> {
  const [library, files] = await Promise.all([openLibrary(packsDir, log), readWebFiles(webDir)])
  const index = files.get('/index.html')
  if (index === undefined) log({ message: 'the web is not built; serving the API alone' })
  const html = new TextDecoder().decode(index?.body.identity)
  let opening: OpeningOffice | null = null
  const app = createApp({
    library,
    log,
    web: index === undefined ? null : webRoutes({ files, shells: await makeShells(html, library) }),
    styleHashes: inlineStyleHashes(html),
    door: {
      office: () => opening?.office() ?? null,
      origin: () => office?.publicUrl ?? null,
      behindProxy: office?.behindProxy ?? false,
    },
  })
  const listener = getRequestListener(app.fetch)
  const server = createServer((request, response) => void listener(request, response))
  server.listen(port, host)
  await once(server, 'listening')
  const bound = (server.address() as AddressInfo).port
  const address = `http://${host === '0.0.0.0' ? 'localhost' : host}:${bound}/`
  if (office !== null)
    opening = beginOffice(office, {
      address,
      log,
      proceduresOf: (region) => proceduresFor(library, region),
      placeOf: (region) => findPlaceOf(library, region),
    })
  return {
    address,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
      await opening?.close()
    },
  }
}

async function makeShells(indexHtml: string, library: Library): Promise<Shells> {
  const summaries = [...library.places.values()].map((stored) => stored.summary)
  const page = (html: string) => keep(new TextEncoder().encode(html), '.html')
  return {
    home: await page(await homeShell(indexHtml, summaries)),
    plans: await page(await namedShell(indexHtml, '方案')),
    desk: await page(await namedShell(indexHtml, '工作台')),
    me: await page(await namedShell(indexHtml, '我的资料')),
    places: new Map(
      await Promise.all(
        summaries.map(async (place) => [place.id, await page(await placeShell(indexHtml, place))] as const),
      ),
    ),
  }
}
