import { hkdfSync } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { genericOAuth, twoFactor, username } from 'better-auth/plugins'
import type { Pool } from 'pg'
import { sealingKeys } from '../database/sealing-keys.ts'
import type { SealingKey, Secrets } from '../database/secrets.ts'
import type { Register } from '../register/access.ts'
import { hashPassword, verifyPassword } from './password-hash.ts'
import { houseSessions } from './house-sessions.ts'
import type { IdentityProvider } from './identity-provider.ts'
import { residentAccounts } from './resident-accounts.ts'

export interface AuthOptions {
  /** Connections whose search path is the schema auth; see authPool. */
  readonly pool: Pool
  /** Reads and writes the register as the service does. */
  readonly register: Register
  readonly secrets: Secrets
  /** Address under which browsers know the service; cookies are Secure where it is https. */
  readonly origin: string
  readonly providers: readonly IdentityProvider[]
}

/** Idle, and at the longest. */
const sessionIdleSeconds = 30 * 60
export const sessionAbsoluteSeconds = 8 * 3600
/** A session that is used has its end moved when it was last moved so long ago. */
export const sessionUpdateSeconds = 60

/**
 * better-auth, told to be ours: its own tables under our names, ids by the database, passwords by argon2id, no address and
 * no browser kept, no tokens of providers kept, nothing told to anyone. Its routes are not mounted; our routes call it.
 */
export function makeAuth({ pool, register, secrets, origin, providers }: AuthOptions) {
  const [first, ...later] = sealingKeys(secrets)
  return betterAuth({
    appName: '均衡 Junheng',
    baseURL: origin,
    basePath: '/api/auth',
    secret: sessionSecret(first),
    // After a rotation the newest signs, so that everybody signs in once more; second factors set up before stay readable.
    ...(later.length === 0
      ? {}
      : {
          secrets: later.toReversed().map((one) => ({ version: one.number, value: sessionSecret(one) })),
        }),
    database: pool,
    telemetry: { enabled: false },
    logger: { disabled: true },
    trustedOrigins: [origin],
    // Our own limits count across programs and are told to people; see failures.ts and edge/rate-limit.ts.
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 128,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    user: {
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
      additionalFields: {
        kind: { type: 'string', input: false },
        region: { type: 'string', input: false },
      },
    },
    session: {
      expiresIn: sessionIdleSeconds,
      updateAge: sessionUpdateSeconds,
      fields: {
        expiresAt: 'expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        userId: 'user_id',
      },
      additionalFields: { method: { type: 'string', input: false, required: false } },
    },
    account: {
      fields: {
        accountId: 'account_id',
        providerId: 'provider_id',
        userId: 'user_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      updateAccountOnSignIn: false,
      // Who comes by a provider must have been tied to it by an administrator; an e-mail address proves nothing here.
      accountLinking: { enabled: false },
    },
    verification: { fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' } },
    advanced: {
      cookiePrefix: 'junheng',
      useSecureCookies: origin.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      database: { generateId: 'uuid' },
      ipAddress: { disableIpTracking: true },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session, context) => ({
            data: {
              ...session,
              ipAddress: null,
              userAgent: null,
              method: session['method'] ?? (context?.path?.startsWith('/callback') === true ? 'oidc' : 'password'),
            },
          }),
        },
      },
    },
    plugins: [
      username({
        minUsernameLength: 2,
        maxUsernameLength: 40,
        usernameValidator: (name) => /^[a-z0-9][a-z0-9._-]*$/i.test(name),
        schema: { user: { fields: { displayUsername: 'display_username' } } },
      }),
      twoFactor({
        issuer: '均衡 Junheng',
        trustDeviceMaxAge: 0,
        twoFactorCookieMaxAge: 300,
        accountLockout: { maxFailedAttempts: 5, durationSeconds: 15 * 60 },
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: {
            modelName: 'two_factor',
            fields: {
              backupCodes: 'backup_codes',
              userId: 'user_id',
              failedVerificationCount: 'failed_verification_count',
              lockedUntil: 'locked_until',
            },
          },
        },
      }),
      genericOAuth({
        config: providers.map((provider) => ({
          providerId: provider.id,
          discoveryUrl: provider.discoveryUrl,
          clientId: provider.clientId,
          clientSecret: provider.clientSecret,
          pkce: true,
          disableSignUp: true,
          requireIdTokenVerification: true,
          ...(provider.people === 'staff'
            ? { scopes: ['openid', 'profile', 'email'] }
            : residentAccounts({ register, secrets, provider })),
        })),
      }),
      houseSessions(),
    ],
  })
}

function sessionSecret({ key }: SealingKey): string {
  return Buffer.from(hkdfSync('sha256', Buffer.from(key, 'base64'), '', 'junheng sessions', 32)).toString('base64')
}

export type Auth = ReturnType<typeof makeAuth>
