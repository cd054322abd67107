import { Browser } from './browser.ts'

/** Signs in at a local provider as a person would, and brings back the address that it sends the browser to. */
export async function signInAtProvider(
  start: string,
  { issuer, origin, login }: { readonly issuer: string; readonly origin: string; readonly login: string },
): Promise<string> {
  const there = new Browser((path, init) => fetch(path, { ...init, redirect: 'manual' }), issuer)
  let at = start
  for (let steps = 0; steps < 12; steps++) {
    const page = await there.send('GET', at)
    const location = page.headers.get('location')
    if (location !== null) {
      at = new URL(location, at).href
      if (at.startsWith(`${origin}/`)) return at
      continue
    }
    const action = /action="([^"]+)"/.exec(page.text)?.[1]
    if (action === undefined) throw new Error(page.text)
    const prompt = /name="prompt" value="(\w+)"/.exec(page.text)?.[1] ?? 'login'
    const answer = await there.send('POST', new URL(action, at).href, {
      body: new URLSearchParams({ prompt, login, password: 'x' }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    at = new URL(answer.headers.get('location') ?? '', at).href
  }
  throw new Error('the provider never came back')
}
