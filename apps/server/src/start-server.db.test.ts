import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { testDatabase } from './database/testing/test-database.ts'
import { noMessages } from './sign-in/messages.ts'
import type { OfficeSettings } from './sign-in/open-office.ts'
import { startServer } from './start-server.ts'

const database = testDatabase()
const packsDir = fileURLToPath(new URL('../../../packs', import.meta.url))
const homes: string[] = []
afterAll(() => Promise.all(homes.map((home) => rm(home, { recursive: true }))))

/** The office over this file's database, with the passwords that its roles have. */
async function settings(changes: Partial<OfficeSettings> = {}): Promise<OfficeSettings> {
  const { address, secrets } = database()
  const home = await mkdtemp(join(tmpdir(), 'junheng-office-'))
  homes.push(home)
  await mkdir(join(home, 'keys'))
  await writeFile(join(home, 'keys/secrets.json'), JSON.stringify(secrets))
  const { user, password, host, port, database: name } = address
  const url = `postgresql://${user}:${encodeURIComponent(password)}@${host}:${port}/${name}`
  return {
    database: { home, url },
    providers: [],
    messages: noMessages(),
    prepare: null,
    cases: null,
    publicUrl: null,
    behindProxy: false,
    ...changes,
  }
}

describe('a service that starts', () => {
  it('serves families at once and says that the office is not ready, until it is', async () => {
    let ready: () => void = () => undefined
    const waiting = new Promise<void>((done) => (ready = done))
    const office = await settings({ prepare: () => waiting.then(() => ({ cards: [] })) })
    const server = await startServer({ port: 0, packsDir, webDir: packsDir, log: () => undefined, office })
    const get = (path: string) => fetch(new URL(path, server.address))
    try {
      expect((await get('/api/places')).status).toBe(200)
      expect(await (await get('/api/session')).json()).toMatchObject({ signedIn: false, ready: false, demo: false })
      for (const path of ['/api/cases', '/api/my/record', '/api/demo/cards']) {
        expect([path, (await get(path)).status]).toEqual([path, 503])
      }
      ready()
      await expect
        .poll(async () => ((await (await get('/api/session')).json()) as { ready: boolean }).ready, { timeout: 50_000 })
        .toBe(true)
      expect((await get('/api/demo/cards')).status).toBe(200)
      expect((await get('/api/cases')).status).toBe(401)
    } finally {
      await server.close()
    }
  })

  it('goes on without the office where its database cannot be opened, and says why', async () => {
    const logged: string[] = []
    const office = await settings({ prepare: () => Promise.reject(new Error('the demonstration broke')) })
    const server = await startServer({
      port: 0,
      packsDir,
      webDir: packsDir,
      log: (line) => void logged.push(JSON.stringify(line)),
      office,
    })
    try {
      await expect.poll(() => logged.join(), { timeout: 50_000 }).toContain('the demonstration broke')
      expect((await fetch(new URL('/api/places', server.address))).status).toBe(200)
      expect((await fetch(new URL('/api/cases', server.address))).status).toBe(503)
    } finally {
      await server.close()
    }
  })

  it('takes no other site for itself, whatever host is asked', async () => {
    const server = await startServer({
      port: 0,
      packsDir,
      webDir: packsDir,
      log: () => undefined,
      office: await settings(),
    })
    const post = (origin: string) =>
      fetch(new URL('/api/sign-out', server.address), {
        method: 'POST',
        headers: { origin, 'content-type': 'application/json' },
        body: '{}',
      })
    try {
      await expect.poll(async () => (await post(new URL(server.address).origin)).status, { timeout: 50_000 }).toBe(200)
      expect((await post('http://evil.example')).status).toBe(403)
      expect((await post('http://127.0.0.1:1')).status).toBe(403)
      const { headers } = await post(new URL(server.address).origin)
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    } finally {
      await server.close()
    }
  })
})
