import { APIError } from 'better-auth/api'
import type { GenericOAuthConfig } from 'better-auth/plugins'
import type { Secrets } from '../database/secrets.ts'
import type { Register } from '../register/access.ts'
import { findingHash } from '../register/sealing.ts'
import type { ResidentProvider } from './identity-provider.ts'
import { findByClaims } from './resident-of-claims.ts'
import { userOfResident } from './resident-of-number.ts'

/**
 * How better-auth treats a provider for residents. Its claims are read at every sign-in, after better-auth has held
 * signature, issuer, audience and nonce of the token; the account is only what better-auth wants to find, so it is tied anew
 * to whom the claims name today. Throws APIError 403 with a ClaimRefusal as code.
 */
export function residentAccounts({
  register,
  secrets,
  provider,
}: {
  readonly register: Register
  readonly secrets: Secrets
  readonly provider: ResidentProvider
}): Pick<GenericOAuthConfig, 'scopes' | 'accountSubject' | 'mapProfileToUser'> {
  // Some platforms use the identity number as the name of the account: it is kept as a keyed hash alone.
  const subjectOf = (profile: Readonly<Record<string, unknown>>) =>
    findingHash(secrets, 'oidc-subject', `${provider.id}\n${String(profile['sub'])}`)
  return {
    scopes: [...provider.scopes],
    accountSubject: ({ profile }) => subjectOf(profile),
    mapProfileToUser: async (profile) => {
      const claimed = await findByClaims({ register, secrets }, provider, profile)
      if (!claimed.ok) throw new APIError('FORBIDDEN', { code: claimed.why, message: claimed.why })
      const user = await userOfResident({ register, secrets }, claimed.found, claimed.proven)
      await register.pool.query(
        `insert into auth.account (account_id, provider_id, user_id) values ($1, $2, $3)
         on conflict (provider_id, account_id) do update set user_id = excluded.user_id, updated_at = now()`,
        [subjectOf(profile), provider.id, user],
      )
      // Nobody's e-mail address: better-auth wants one, and none proves anything here.
      return { email: `${user}@resident.invalid`, emailVerified: false, name: claimed.found.name }
    },
  }
}
