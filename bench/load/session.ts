import { once } from 'node:events'
import { Agent, request, type IncomingMessage } from 'node:http'

export interface Answered {
  /** Until the whole answer was there. */
  readonly ms: number
  readonly body: Readonly<Record<string, unknown>>
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

  get(path: string): Promise<Answered> {
    return this.#send('GET', path, '')
  }

  post(path: string, body: unknown): Promise<Answered> {
    return this.#send('POST', path, JSON.stringify(body))
  }

  /** Throws where the answer is not 200. */
  async #send(method: string, path: string, text: string): Promise<Answered> {
    const started = performance.now()
    const origin = `http://127.0.0.1:${this.#port}`
    const sent = request({
      host: '127.0.0.1',
      port: this.#port,
      path,
      method,
      agent: this.#agent,
      headers: {
        ...(method === 'GET'
          ? {}
          : {
              origin,
              'sec-fetch-site': 'same-origin',
              'content-type': 'application/json',
              'content-length': Buffer.byteLength(text),
            }),
        ...(this.#cookie === '' ? {} : { cookie: this.#cookie }),
      },
    })
    sent.end(text)
    const [response] = (await once(sent, 'response')) as [IncomingMessage]
    const answer = (await response.setEncoding('utf8').toArray()).join('')
    if (response.statusCode !== 200) throw new Error(`${method} ${path}: ${response.statusCode} ${answer}`)
    const cookies = response.headers['set-cookie']
    if (cookies !== undefined) this.#cookie = cookies.map((cookie) => cookie.split(';')[0]).join('; ')
    return { ms: performance.now() - started, body: JSON.parse(answer) as Answered['body'] }
  }

  end(): void {
    this.#agent.destroy()
  }
}
