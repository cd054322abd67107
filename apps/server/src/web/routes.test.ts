import { expect, it } from 'vitest'
import { createApp } from '../app.ts'
import { inlineStyleHashes, keep } from './files.ts'
import { webRoutes } from './routes.ts'
import { placesMark, shellWithPlaces } from './shell.ts'

const text = (content: string, extension: string) => keep(new TextEncoder().encode(content), extension)

async function webApp() {
  const html = await shellWithPlaces(`<style>a{}</style><main>${placesMark}</main>`, [])
  const files = new Map([
    ['/assets/main-1.js', await text('let a', '.js')],
    ['/sw.js', await text('self', '.js')],
  ])
  const library = { places: new Map() }
  const web = webRoutes({ files, shell: await text(html, '.html'), library })
  return createApp({ library, log: () => undefined, web, styleHashes: inlineStyleHashes(html) })
}

const page = { headers: { accept: 'text/html' } }

it('keeps files that carry their hash for ever and asks about the others', async () => {
  const app = await webApp()
  const asset = await app.request('/assets/main-1.js')
  expect(asset.headers.get('cache-control')).toContain('immutable')
  expect(asset.headers.get('content-type')).toContain('text/javascript')
  expect((await app.request('/sw.js')).headers.get('cache-control')).toBe('no-cache')
})

it('answers every page address with the one page, saying 404 for a place it does not know', async () => {
  const app = await webApp()
  expect((await app.request('/', page)).status).toBe(200)
  const unknown = await app.request('/atlantis', page)
  expect(unknown.status).toBe(404)
  expect(await unknown.text()).toContain('<main>')
  expect((await app.request('/assets/gone.js')).headers.get('content-type')).toContain('problem+json')
})

it('allows the inline style sheet by its hash and nothing else inline', async () => {
  const policy = (await (await webApp()).request('/', page)).headers.get('content-security-policy') ?? ''
  expect(policy).toMatch(/style-src 'self' 'sha256-[\w+/]+=*'/u)
  expect(policy).not.toContain('unsafe-inline')
})

it('lists the places in the first page as plain links, escaped', async () => {
  const place = {
    id: 'a',
    region: 421202,
    name: { zh: '<b>甲</b>', en: 'A' },
    regionPath: '湖北省',
    plan: {
      title: 't',
      issuer: null,
      issued: null,
      status: 'in-force' as const,
      confidence: 'confirmed' as const,
      note: null,
    },
    benefits: 1,
    unconfirmed: 0,
    version: 'v',
    href: '/api/places/a?v=v',
  }
  const html = await shellWithPlaces(placesMark, [place, { ...place, id: 'layer', plan: null }])
  expect(html).toContain('href="/a"')
  expect(html).toContain('&lt;b&gt;甲&lt;/b&gt;')
  expect(html).not.toContain('/layer')
})
