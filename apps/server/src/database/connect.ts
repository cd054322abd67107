import { Pool, types as pgTypes, type CustomTypesConfig } from 'pg'

/**
 * Days and ranges of days come as text: a `Date` would be a day off where the clock is east of Greenwich.
 * Instants come as ISO text with microseconds. Object ids of pg_type: date 1082, date[] 1182, daterange 3912.
 */
const asText = new Set([1082, 1182, 3912])
const timestamptz = 1184
const bigint = 20

const types: CustomTypesConfig = {
  getTypeParser: ((id: number, format?: 'text' | 'binary') => {
    if (asText.has(id)) return (text: string) => text
    if (id === timestamptz) return (text: string) => text.replace(' ', 'T').replace(/\+00$/, 'Z')
    if (id === bigint) return safeInteger
    return pgTypes.getTypeParser(id, format)
  }) as typeof pgTypes.getTypeParser,
}

/** Where a database is and as whom to enter. */
export interface Address {
  readonly host: string
  readonly port: number
  readonly database: string
  readonly user: string
  readonly password: string
  readonly ssl?: boolean
}

export function openPool(address: Address, { max = 10 }: { readonly max?: number } = {}): Pool {
  const { ssl, ...where } = address
  const pool = new Pool({
    ...where,
    ...(ssl === true ? { ssl: true } : {}),
    max,
    types,
    // Statements that nobody waits for one by one travel together (see statements.ts).
    pipeline: true,
    options: '-c TimeZone=UTC',
    application_name: 'junheng',
  })
  // An idle connection that breaks (the server was restarted) is replaced by the pool; it is no reason to die.
  pool.on('error', () => undefined)
  return pool
}

/** For better-auth, which knows no schema and wants instants as `Date`: its connections look into schema auth only. */
export function openAuthPool(address: Address): Pool {
  const { ssl, ...where } = address
  const pool = new Pool({
    ...where,
    ...(ssl === true ? { ssl: true } : {}),
    max: 5,
    options: '-c TimeZone=UTC -c search_path=auth',
    application_name: 'junheng sign-in',
  })
  pool.on('error', () => undefined)
  return pool
}

/** The address that a `postgresql://` URL names. */
export function addressOf(url: string): Address {
  const { hostname, port, pathname, username, password, searchParams } = new URL(url)
  return {
    host: hostname,
    port: port === '' ? 5432 : Number(port),
    database: decodeURIComponent(pathname.slice(1)) || 'junheng',
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    ssl: ['require', 'verify-full', 'verify-ca'].includes(searchParams.get('sslmode') ?? ''),
  }
}

function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} does not fit a number`)
  return value
}
