/** What a browser does for a page of ours: keeps cookies, says where requests come from, sends JSON. */
export class Browser {
  readonly cookies = new Map<string, string>()
  readonly #request: (path: string, init: RequestInit) => Response | Promise<Response>
  readonly #origin: string

  constructor(request: (path: string, init: RequestInit) => Response | Promise<Response>, origin: string) {
    this.#request = request
    this.#origin = origin
  }

  async send(
    method: string,
    path: string,
    { body, headers = {} }: { body?: unknown; headers?: Record<string, string> } = {},
  ) {
    const changing = method !== 'GET'
    const response = await this.#request(path, {
      method,
      headers: {
        ...(this.cookies.size === 0 ? {} : { cookie: this.cookieHeader() }),
        ...(changing
          ? { origin: this.#origin, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }
          : {}),
        ...headers,
      },
      ...(changing ? { body: typeof body === 'string' ? body : JSON.stringify(body ?? {}) } : {}),
    })
    this.keep(response)
    const text = await response.text()
    const json =
      text !== '' && /json/.test(response.headers.get('content-type') ?? '') ? (JSON.parse(text) as Answer) : {}
    return { status: response.status, headers: response.headers, body: json, text }
  }

  get(path: string) {
    return this.send('GET', path)
  }

  post(path: string, body: unknown = {}) {
    return this.send('POST', path, { body })
  }

  keep(response: Response): void {
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = cookie.split(';')
      const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]
      const gone = attributes.some((attribute) => /^\s*max-age=0$/i.test(attribute))
      if (gone) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
  }

  cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }
}

/** An answer read as whatever the test says it is. */
export type Answer = Readonly<Record<string, unknown>>
