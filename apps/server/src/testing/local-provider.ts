import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

/** A real OpenID provider on a port of this machine, with a page to sign in on. */
export interface LocalProvider {
  readonly issuer: string
  readonly discoveryUrl: string
  readonly close: () => void
}

/** The one client of every local provider. */
export const localClient = { clientId: 'junheng', clientSecret: 'a secret of this test' } as const

/**
 * `claimsOf`: what it tells of who signs in under a name; no passwords are asked. `redirects`: where it may send people back
 * to; `anywhere`: to any service of this machine, whose port is not known yet. `told`: names of claims beyond those of OpenID Connect.
 */
export async function startLocalProvider({
  redirects,
  claimsOf,
  told = [],
}: {
  readonly redirects: readonly string[] | 'anywhere'
  readonly claimsOf: (login: string) => Readonly<Record<string, string | boolean>>
  readonly told?: readonly string[]
}): Promise<LocalProvider> {
  const server = createServer((request, response) => void handler(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: localClient.clientId,
        client_secret: localClient.clientSecret,
        redirect_uris: redirects === 'anywhere' ? ['http://127.0.0.1/'] : [...redirects],
      },
    ],
    pkce: { required: () => true },
    features: { devInteractions: { enabled: true } },
    claims: {
      openid: ['sub'],
      email: ['email', 'email_verified'],
      profile: ['name', ...told],
      phone: ['phone_number', 'phone_number_verified'],
    },
    findAccount: (_, id) => ({ accountId: id, claims: async () => ({ sub: id, name: id, ...claimsOf(id) }) }),
    cookies: { keys: ['a key of this test'] },
  })
  if (redirects === 'anywhere')
    provider.Client.prototype.redirectUriAllowed = (uri) =>
      /^http:\/\/127\.0\.0\.1:\d+\/api\/auth\/callback\//.test(uri)
  const handler = provider.callback()
  return {
    issuer,
    discoveryUrl: `${issuer}/.well-known/openid-configuration`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
