import { beforeAll, describe, expect, it } from 'vitest'
import { describeService } from './app.ts'
import { problemTypes } from './problems/table.ts'
import { realApp } from './testing/real-app.ts'

let service: Awaited<ReturnType<typeof realApp>>
beforeAll(async () => {
  service = await realApp()
})

const json = (body: unknown, headers: Record<string, string> = {}) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: typeof body === 'string' ? body : JSON.stringify(body),
})
const nursery = {
  on: '2024-03-01',
  situation: {
    children: [{ birthDate: '2022-05-01', birthOrder: 2, nursery: { enrolled: true, filed: true, region: 421202 } }],
  },
}

/** What is allowed and what is refused, route by route. */
const table: readonly (readonly [route: string, path: string, init: RequestInit, status: number, problem?: string])[] =
  [
    ['get /api/places', '/api/places', {}, 200],
    ['get /api/places', '/api/places', { method: 'POST' }, 405, 'method-not-allowed'],
    ['get /api/places/{id}', '/api/places/xianan', {}, 200],
    ['get /api/places/{id}', '/api/places/atlantis', {}, 404, 'unknown-place'],
    ['get /api/places/{id}', '/api/places/__proto__', {}, 404, 'unknown-place'],
    ['get /api/places/{id}', `/api/places/${'x'.repeat(41)}`, {}, 400, 'invalid-request'],
    ['get /api/places/{id}', '/api/places/xianan', { method: 'DELETE' }, 405, 'method-not-allowed'],
    ['post /api/places/{id}/entitlements', '/api/places/xianan/entitlements', json(nursery), 200],
    ['post /api/places/{id}/entitlements', '/api/places/atlantis/entitlements', json(nursery), 404, 'unknown-place'],
    ['post /api/places/{id}/entitlements', '/api/places/xianan/entitlements', {}, 405, 'method-not-allowed'],
    ['post /api/places/{id}/entitlements', '/api/places/xianan/entitlements', json('{"on":'), 400, 'not-json'],
    [
      'post /api/places/{id}/entitlements',
      '/api/places/xianan/entitlements',
      json({ on: '2024-03-01' }),
      400,
      'invalid-request',
    ],
    [
      'post /api/places/{id}/entitlements',
      '/api/places/xianan/entitlements',
      json({ ...nursery, on: '1 March' }),
      400,
      'invalid-request',
    ],
    [
      'post /api/places/{id}/entitlements',
      '/api/places/xianan/entitlements',
      json({ ...nursery, name: 'x' }),
      400,
      'invalid-request',
    ],
    [
      'post /api/places/{id}/entitlements',
      '/api/places/xianan/entitlements',
      json({ ...nursery, on: '2023-02-30' }),
      422,
      'invalid-situation',
    ],
    [
      'post /api/places/{id}/entitlements',
      '/api/places/xianan/entitlements',
      json({ ...nursery, situation: { mother: { identityNumber: '11010519491231002X' } } }),
      422,
      'invalid-situation',
    ],
    [
      'post /api/places/{id}/entitlements',
      '/api/places/xianan/entitlements',
      { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'x' },
      415,
      'unsupported-media-type',
    ],
    [
      'post /api/places/{id}/entitlements',
      '/api/places/xianan/entitlements',
      json({ ...nursery, situation: { note: 'x'.repeat(70_000) } }),
      413,
      'body-too-large',
    ],
    ['get /api/places/{id}/coverage', '/api/places/xianan/coverage', {}, 200],
    ['get /api/places/{id}/coverage', '/api/places/atlantis/coverage', {}, 404, 'unknown-place'],
    ['get /api/places/{a}/diff/{b}', '/api/places/xianan/diff/beijing?on=2026-01-01', {}, 200],
    ['get /api/places/{a}/diff/{b}', '/api/places/xianan/diff/beijing', {}, 400, 'invalid-request'],
    ['get /api/places/{a}/diff/{b}', '/api/places/xianan/diff/beijing?on=2026-02-29', {}, 400, 'invalid-request'],
    ['get /api/places/{a}/diff/{b}', '/api/places/xianan/diff/atlantis?on=2026-01-01', {}, 404, 'unknown-place'],
    ['get /api/schema/situation', '/api/schema/situation', {}, 200],
    ['get /api/schema/situation', '/api/schema/situation?place=beijing', {}, 200],
    ['get /api/schema/situation', '/api/schema/situation?place=atlantis', {}, 404, 'unknown-place'],
    ['get /api/regions', '/api/regions?parent=421200', {}, 200],
    ['get /api/regions', '/api/regions?q=%E5%92%B8%E5%AE%89', {}, 200],
    ['get /api/regions', '/api/regions?parent=42', {}, 400, 'invalid-request'],
    ['get /api/regions', '/api/regions?parent=999999', {}, 404, 'unknown-region'],
    ['get /api/regions', '/api/regions?code=999999', {}, 404, 'unknown-region'],
    ['get /openapi.json', '/openapi.json', {}, 200],
    ['get /docs', '/docs', {}, 200],
    ['get /problems/{code}', '/problems/unknown-place', {}, 200],
    ['get /problems/{code}', '/problems/constructor', {}, 404, 'not-found'],
    ['anything else', '/api/nothing', {}, 404, 'not-found'],
    ['anything else', '/../etc/passwd', {}, 404, 'not-found'],
  ]

describe('each route', () => {
  it.each(table.map((row) => ({ name: `${row[0]} answers ${row[1]} with ${row[3]}`, row })))(
    '$name',
    async ({ row }) => {
      const [, path, init, status, problem] = row
      const response = await service.app.request(path, init)
      expect(response.status).toBe(status)
      expect(response.headers.get('x-request-id')).toBeTruthy()
      if (problem === undefined) return
      expect(response.headers.get('content-type')).toContain('application/problem+json')
      const body = (await response.json()) as Record<string, unknown>
      expect(body).toMatchObject({ type: `/problems/${problem}`, status })
      expect(Object.keys(body).toSorted()).toEqual(['detail', 'errors', 'requestId', 'status', 'title', 'type'])
    },
  )

  it('stands in the table of what is allowed and refused', () => {
    const described = Object.entries(describeService().paths ?? {}).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method} ${path}`),
    )
    // The office has tables of its own, by role: office-table, cases-table and claims-table.
    const office =
      /^\w+ \/api\/(births|deliveries|departments|claims|payments|session|sign-|auth|demo|people|register|cases|staff|access-log|break-glass|my)/
    const families = described.filter((route) => !office.test(route))
    expect(families).toHaveLength(7)
    for (const route of families) {
      const rows = table.filter(([name]) => name === route)
      expect(
        rows.some(([, , , status]) => status < 300),
        route,
      ).toBe(true)
      expect(
        rows.some(([, , , status]) => status >= 400),
        route,
      ).toBe(true)
    }
  })
})

describe('a problem', () => {
  it('is told in Chinese, or in English to who asks for it', async () => {
    const title = async (path: string, headers: Record<string, string>) =>
      ((await (await service.app.request(path, { headers })).json()) as { title: string }).title
    expect(await title('/api/places/atlantis', {})).toBe('没有这个地方')
    expect(await title('/api/places/atlantis', { 'accept-language': 'en-GB,en;q=0.9,zh;q=0.5' })).toBe(
      'There is no such place',
    )
    expect(await title('/api/places/atlantis?lang=en', { 'accept-language': 'zh-CN' })).toBe('There is no such place')
  })

  it('names every wrong place of a situation at once, in the language of the body', async () => {
    const situation = { children: [{ birthDate: '2023-02-30', birthOrder: 'second' }], wage: 1 }
    const response = await service.app.request(
      '/api/places/xianan/entitlements',
      json({ situation, on: '2026-13-01', lang: 'en' }),
    )
    const { errors } = (await response.json()) as { errors: { path: string; message: string }[] }
    expect(errors.map((error) => error.path).toSorted()).toEqual([
      'on',
      'situation.children[0].birthDate',
      'situation.children[0].birthOrder',
      'situation.wage',
    ])
    expect(errors.find((error) => error.path.endsWith('birthDate'))?.message).toContain('2023-02-30')
    for (const { message } of errors) expect(message).not.toMatch(/\p{Script=Han}/u)
  })

  it('says the form that is wanted: six digits of a region, a day as a day', async () => {
    const region = await (await service.app.request('/api/regions?parent=42')).text()
    expect(region).toContain('六位数字')
    const day = await (await service.app.request('/api/places/xianan/diff/beijing?on=2026/2/1')).text()
    expect(day).toContain('日期写成 2026-03-02')
    expect(day).not.toContain('六位数字')
  })

  it('has a page of its own for every code', async () => {
    for (const [code, type] of Object.entries(problemTypes)) {
      const response = await service.app.request(`/problems/${code}`)
      expect(response.status).toBe(200)
      const page = await response.text()
      expect(page).toContain(type.title.zh)
      expect(page).toContain(type.advice.en.slice(0, 20))
    }
  })
})

describe('a household', () => {
  it('is answered with the amount, its days and its clause', async () => {
    const response = await service.app.request('/api/places/xianan/entitlements', json(nursery))
    const { answers } = (await response.json()) as { answers: Record<string, unknown>[] }
    expect(answers.find((answer) => answer['id'] === 'nursery-enrolment-aid')).toMatchObject({
      status: 'eligible',
      amount: 500,
      amountFen: 50_000,
      per: 'semester',
      source: { document: 'xianan-2023', clause: '二/(三)/7' },
    })
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  it('never stands in the log, whether it is read or refused', async () => {
    const marks = ['1987-06-05', '98765']
    const good = { children: [{ birthDate: marks[0] }], mother: { employerMonthlyWage: Number(marks[1]) } }
    const bad = { children: [{ birthDate: '1987-06-05x' }], mother: { employerMonthlyWage: 'a98765' } }
    for (const situation of [good, bad]) {
      await service.app.request('/api/places/xianan/entitlements?q=98765', json({ situation, on: '2026-01-01' }))
    }
    const log = service.logged.join('\n')
    expect(log).toContain('/api/places/xianan/entitlements')
    for (const mark of marks) expect(log).not.toContain(mark)
  })
})

describe('a place', () => {
  it('is kept for ever at its version, asked about each time without, and not sent twice', async () => {
    const { places } = (await (await service.app.request('/api/places')).json()) as {
      places: { id: string; href: string; plan: unknown }[]
    }
    expect(
      places
        .filter((place) => place.plan !== null)
        .map((place) => place.id)
        .toSorted(),
    ).toEqual(['alxa', 'beijing', 'qinghai', 'tianjiaan', 'xianan'])
    const href = places.find((place) => place.id === 'xianan')?.href ?? ''
    const first = await service.app.request(href, { headers: { 'accept-encoding': 'gzip, br' } })
    expect(first.headers.get('cache-control')).toContain('immutable')
    expect(first.headers.get('content-encoding')).toBe('br')
    const etag = first.headers.get('etag') ?? ''
    const again = await service.app.request('/api/places/xianan', { headers: { 'if-none-match': `W/${etag}` } })
    expect(again.status).toBe(304)
    expect(again.headers.get('cache-control')).toBe('no-cache')
    const plain = await service.app.request('/api/places/xianan', { headers: { 'accept-encoding': 'br;q=0' } })
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(((await plain.json()) as { id: string }).id).toBe('xianan')
  })
})

describe('every answer', () => {
  it.each(['/', '/docs', '/api/places', '/api/nothing', '/problems'])(
    'of %s forbids foreign and inline scripts',
    async (path) => {
      const { headers } = await service.app.request(path)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';")
      expect(policy).toContain("worker-src 'self';")
      expect(policy).not.toMatch(/'unsafe-(?:eval|inline|hashes)'/u)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
    },
  )

  it('of the documentation holds no script at all', async () => {
    const page = await (await service.app.request('/docs')).text()
    expect(page).not.toContain('<script')
    expect(page).toContain('/api/places/{id}/entitlements')
  })
})
