import { readFileSync } from 'node:fs'
import { OpenAPIHono } from '@hono/zod-openapi'
import { renderDocument, type OpenApiDocument } from './render.ts'

const style = readFileSync(new URL('style.css', import.meta.url), 'utf8')

/** GET /openapi.json and GET /docs, both made once from the routes themselves. */
export function docsRoutes(document: () => OpenApiDocument): OpenAPIHono {
  const app = new OpenAPIHono()
  let made: { readonly json: string; readonly page: Promise<string> } | undefined
  const make = () => {
    const description = document()
    return { json: JSON.stringify(description), page: Promise.resolve(renderDocument(description)).then(String) }
  }
  app.get('/openapi.json', (c) =>
    c.body((made ??= make()).json, 200, { 'content-type': 'application/json; charset=utf-8' }),
  )
  app.get('/docs', async (c) => c.html(await (made ??= make()).page))
  app.get('/docs/style.css', (c) =>
    c.body(style, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=3600' }),
  )
  return app
}
