import { fork } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Address } from '../../apps/server/src/database/connect.ts'
import type { Secrets } from '../../apps/server/src/database/secrets.ts'
import { nameKeys } from '../../apps/server/src/register/name-keys.ts'
import type { DemoCard } from '../../apps/server/src/sign-in/demonstration.ts'
import type { Sample } from './fill.ts'
import { percentiles, type Percentiles } from './percentiles.ts'

/** What people type, each as often. */
export const queries: Readonly<Record<string, (sample: Sample) => string>> = {
  'full name': ({ name }) => name,
  'given name': ({ name }) => nameKeys(name).givenName,
  'surname only': ({ name }) => name.slice(0, 1),
  pinyin: ({ name }) => nameKeys(name).pinyin,
  'pinyin, begun': ({ name }) => nameKeys(name).pinyin.slice(0, 4),
  initials: ({ name }) => nameKeys(name).initials,
  'identity number': ({ number }) => number,
  phone: ({ phone }) => phone,
  address: ({ address }) => address.slice(9),
}

export interface OfficeProcess {
  readonly port: number
  /** Most memory so far, bytes. */
  readonly mostMemory: () => number
  readonly stop: () => Promise<void>
}

export async function startOffice(order: {
  readonly address: Address
  readonly secrets: Secrets
  readonly cards: readonly DemoCard[]
}): Promise<OfficeProcess> {
  const child = fork(join(import.meta.dirname, 'office-server.ts'), [JSON.stringify(order)])
  let most = 0
  child.on('message', (message: { rss?: number }) => (most = Math.max(most, message.rss ?? 0)))
  const [{ port }] = (await once(child, 'message')) as [{ port: number }]
  return {
    port,
    mostMemory: () => most,
    async stop() {
      const gone = once(child, 'exit')
      child.disconnect()
      await gone
    },
  }
}

/** Somebody who has signed in, with a connection of their own. */
export class Session {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 })
  readonly #port: number
  #cookie = ''

  constructor(port: number) {
    this.#port = port
  }

  async signIn(card: string): Promise<void> {
    await this.post('/api/demo/sign-in', { card })
  }

  /** Milliseconds until the whole answer was there. Throws where it is not 200. */
  async post(path: string, body: unknown): Promise<number> {
    const started = performance.now()
    const text = JSON.stringify(body)
    const origin = `http://127.0.0.1:${this.#port}`
    const sent = request({
      host: '127.0.0.1',
      port: this.#port,
      path,
      method: 'POST',
      agent: this.#agent,
      headers: {
        origin,
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(text),
        ...(this.#cookie === '' ? {} : { cookie: this.#cookie }),
      },
    })
    sent.end(text)
    const [response] = (await once(sent, 'response')) as [IncomingMessage]
    const answer = (await response.setEncoding('utf8').toArray()).join('')
    if (response.statusCode !== 200) throw new Error(`${path}: ${response.statusCode} ${answer}`)
    const cookies = response.headers['set-cookie']
    if (cookies !== undefined) this.#cookie = cookies.map((cookie) => cookie.split(';')[0]).join('; ')
    return performance.now() - started
  }

  end(): void {
    this.#agent.destroy()
  }
}

export interface Load {
  readonly searches: Percentiles
  readonly pages: Percentiles
  readonly perSecond: number
}

/**
 * All sessions at once for so long: four searches, then the page of somebody, with `thinkMs` between two requests on the
 * average (any time up to twice as long). 0: the next one at once.
 */
export async function load(
  sessions: readonly Session[],
  {
    samples,
    seconds,
    thinkMs,
  }: { readonly samples: readonly Sample[]; readonly seconds: number; readonly thinkMs: number },
): Promise<Load> {
  const kinds = Object.values(queries)
  const [searches, pages]: [number[], number[]] = [[], []]
  const started = performance.now()
  await Promise.all(
    sessions.map(async (session, i) => {
      // A fixed sequence for each session, so that every run asks the same.
      let state = i * 7919 + 17
      const draw = () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648)
      await pause(thinkMs * 2 * (i / sessions.length))
      for (let at = 0; performance.now() - started < seconds * 1000; at++) {
        const sample = samples[draw() % samples.length]
        const text = kinds[(at + i) % kinds.length]
        if (sample === undefined || text === undefined) continue
        if (at % 5 === 4) {
          const body = { purpose: 'registration', fields: [], births: true }
          pages.push(await session.post(`/api/people/${sample.id}/read`, body))
        } else {
          searches.push(await session.post('/api/people/search', { text: text(sample), purpose: 'registration' }))
        }
        if (thinkMs > 0) await pause((draw() / 2_147_483_648) * 2 * thinkMs)
      }
    }),
  )
  const perSecond = (searches.length + pages.length) / ((performance.now() - started) / 1000)
  return { searches: percentiles(searches), pages: percentiles(pages), perSecond }
}
