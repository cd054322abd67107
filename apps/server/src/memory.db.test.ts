import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { testDatabase } from './database/testing/test-database.ts'

const database = testDatabase()
const mostBytes = 400e6
const home = await mkdtemp(join(tmpdir(), 'junheng-memory-'))
afterAll(() => rm(home, { recursive: true }))

/** Most memory that a process has had; where the system does not say, what it has. */
async function mostMemory(pid: number): Promise<number> {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Number(kilobytes) * 1024
  } catch {
    const child = spawn('ps', ['-o', 'rss=', '-p', String(pid)])
    const text = (await child.stdout.setEncoding('utf8').toArray()).join('')
    return Number(text.trim()) * 1024
  }
}

it('takes less than 400 MB from its first start through a thousand requests', async () => {
  const { address, secrets } = database()
  await mkdir(join(home, 'keys'))
  await writeFile(join(home, 'keys/secrets.json'), JSON.stringify(secrets))
  const { user, password, host, port, database: name } = address
  const flags = JSON.parse(readFileSync(join(import.meta.dirname, '../node-flags.json'), 'utf8')) as string[]
  const service = spawn(process.execPath, [...flags, join(import.meta.dirname, 'main.ts')], {
    env: {
      ...process.env,
      PORT: '0',
      JUNHENG_DATA: home,
      JUNHENG_DEMO_PERSONS: '1500',
      DATABASE_URL: `postgresql://${user}:${encodeURIComponent(password)}@${host}:${port}/${name}`,
      MALLOC_ARENA_MAX: '2',
      NO_COLOR: '1',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const [line] = (await once(service.stdout, 'data')) as [Buffer]
    const at = /http:\S+/.exec(String(line))?.[0] ?? ''
    const get = async (path: string) => {
      const response = await fetch(new URL(path, at))
      return { status: response.status, body: await response.text() }
    }
    const ready = async () => (JSON.parse((await get('/api/session')).body) as { ready?: boolean }).ready !== false
    while (!(await ready())) await pause(200)
    const places = JSON.parse((await get('/api/places')).body) as { places: readonly { id: string }[] }
    const [first] = places.places
    for (let turn = 0; turn < 10; turn++) {
      const paths = Array.from(
        { length: 100 },
        (_, n) => ['/api/places', `/api/places/${first?.id}`, '/api/demo/cards'][n % 3] ?? '',
      )
      const answers = await Promise.all(paths.map(get))
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    }
    expect(await mostMemory(service.pid ?? 0)).toBeLessThan(mostBytes)
  } finally {
    const gone = once(service, 'exit')
    service.kill('SIGTERM')
    await gone
  }
})
