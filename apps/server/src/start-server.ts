import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { createApp } from './app.ts'
import type { Log } from './edge/request-log.ts'
import { findPlaceOf, proceduresFor, type Library } from './places/library.ts'
import { openLibrary } from './places/service.ts'
import { beginning } from './sign-in/preparing.ts'
import { beginOffice, type OfficeSettings, type OpeningOffice } from './sign-in/open-office.ts'
import { inlineStyleHashes, keep, readWebFiles } from './web/files.ts'
import { type Shells, webRoutes } from './web/routes.ts'
import { homeShell, namedShell, placeShell } from './web/shell.ts'

export interface RunningServer {
  /** The one address to open. */
  readonly address: string
  readonly close: () => Promise<void>
}

export interface ServingOptions {
  /** 0 takes any free one. */
  readonly port: number
  readonly log: Log
  readonly host?: string
  /** The office opens in the background; null: families' pages alone. */
  readonly office?: OfficeSettings | null
}

/** What is served, read and packed once; several servers of one program may share it. */
export interface Contents {
  readonly library: Library
  /** Null: the web is not built, and the API is served alone. */
  readonly web: ReturnType<typeof webRoutes> | null
  readonly styleHashes: readonly string[]
}

/** Loads all packs, then serves. Throws as `readContents` and `serveContents` do. */
export async function startServer({
  packsDir,
  webDir,
  ...serving
}: ServingOptions & { readonly packsDir: string; readonly webDir: string }): Promise<RunningServer> {
  return serveContents(await readContents({ packsDir, webDir, log: serving.log }), serving)
}

/** Reads the packs and the built web. Throws `no-place` when no pack can be used. */
export async function readContents({
  packsDir,
  webDir,
  log,
}: {
  readonly packsDir: string
  readonly webDir: string
  readonly log: Log
}): Promise<Contents> {
  const [library, files] = await Promise.all([openLibrary(packsDir, log), readWebFiles(webDir)])
  const index = files.get('/index.html')
  if (index === undefined) log({ message: 'the web is not built; serving the API alone' })
  const html = new TextDecoder().decode(index?.body.identity)
  const web = index === undefined ? null : webRoutes({ files, shells: await makeShells(html, library) })
  return { library, web, styleHashes: inlineStyleHashes(html) }
}

/** Serves what was read. Throws Node's own error when the port is taken. */
export async function serveContents(
  { library, web, styleHashes }: Contents,
  { port, log, host = '127.0.0.1', office = null }: ServingOptions,
): Promise<RunningServer> {
  let opening: OpeningOffice | null = null
  const app = createApp({
    library,
    log,
    web,
    styleHashes,
    door: {
      office: () => opening?.office() ?? null,
      preparing: () => opening?.preparing() ?? beginning,
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
