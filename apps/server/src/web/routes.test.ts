import { unionVocabulary } from '@junheng/entitlements'
import { expect, it } from 'vitest'
import { createApp } from '../app.ts'
import { inlineStyleHashes, keep } from './files.ts'
import { webRoutes } from './routes.ts'
import { firstMark, homeShell, namedShell, placeShell } from './shell.ts'

const text = (content: string, extension: string) => keep(new TextEncoder().encode(content), extension)

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

async function webApp() {
  const index = `<style>a{}</style><main>${firstMark}</main>`
  const files = new Map([
    ['/assets/main-1.js', await text('let a', '.js')],
    ['/sw.js', await text('self', '.js')],
  ])
  const shells = {
    home: await text(await homeShell(index, [place]), '.html'),
    plans: await text(await namedShell(index, '方案'), '.html'),
    desk: await text(await namedShell(index, '工作台'), '.html'),
    me: await text(await namedShell(index, '我的资料'), '.html'),
    places: new Map([['a', await text(await placeShell(index, place), '.html')]]),
  }
  const library = { places: new Map(), vocabulary: unionVocabulary([]) }
  return createApp({
    library,
    log: () => undefined,
    web: webRoutes({ files, shells }),
    styleHashes: inlineStyleHashes(index),
  })
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

it('answers the addresses of plans, of the desk and of one’s own data with pages of their own', async () => {
  const app = await webApp()
  for (const [path, name] of [
    ['/plans', '方案'],
    ['/plans/place/a', '方案'],
    ['/desk', '工作台'],
    ['/desk/people/019a0000-0000-7000-8000-000000000001', '工作台'],
    ['/me', '我的资料'],
  ] as const) {
    const answer = await app.request(path, page)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain(`<h1>${name}</h1>`)
  }
})

it('allows the inline style sheet by its hash and nothing else inline', async () => {
  const policy = (await (await webApp()).request('/', page)).headers.get('content-security-policy') ?? ''
  expect(policy).toMatch(/style-src 'self' 'sha256-[\w+/]+=*'/u)
  expect(policy).not.toContain('unsafe-inline')
})

it('lists the places in the first page as plain links, escaped, and names the place on its own page', async () => {
  const html = await homeShell(firstMark, [place, { ...place, id: 'layer', plan: null }])
  expect(html).toContain('href="/a"')
  expect(html).toContain('&lt;b&gt;甲&lt;/b&gt;')
  expect(html).not.toContain('/layer')
  const app = await webApp()
  for (const path of ['/a', '/a/timeline']) {
    const own = await (await app.request(path, page)).text()
    expect(own).toContain('<h1>&lt;b&gt;甲&lt;/b&gt;</h1>')
    expect(own).not.toContain('place-list')
  }
})
