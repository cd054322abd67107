import type { Context } from 'hono'
import { spend } from '../edge/rate-limit.ts'
import { Refusal } from '../edge/refusal.ts'
import type { Reader } from '../database/statements.ts'
import { loadOwnPosts, type Post } from '../staff/own-posts.ts'
import type { Ability } from '../staff/post-kinds.ts'
import { auditSignIn, nowhere } from './audit.ts'
import { sessionAbsoluteSeconds } from './auth.ts'
import { inCounty, readerIn, readerOf } from './database.ts'
import type { Office, OfficeEnv } from './office.ts'
import { sessionCookie, sessionToken } from './cookies.ts'

/** Who is signed in. */
export interface Session {
  readonly id: string
  readonly user: { readonly id: string; readonly name: string }
  readonly kind: 'staff' | 'resident'
  readonly region: string
  readonly method: 'password' | 'oidc' | 'sms' | 'demo'
  readonly secondFactor: 'done' | 'to-set-up'
  readonly createdAt: string
  readonly expiresAt: string
  /** Staff: the posts they fill today. */
  readonly posts: readonly Post[]
  readonly activePost: Post | null
  /** A resident's own person in the register. */
  readonly person: string | null
}

type Row = {
  readonly id: string
  readonly user_id: string
  readonly expires_at: string
  readonly created_at: string
  readonly updated_at: string
  readonly method: Session['method']
  readonly active_post: string | null
  readonly name: string
  readonly kind: Session['kind']
  readonly region: string
  readonly two_factor_enabled: boolean
}

/**
 * The session of a request, or null. One that ended, or whose cookie we never gave, is written down. Using a session
 * moves its end; the new cookie goes out with the answer.
 */
export async function findSession(c: Context<OfficeEnv>): Promise<Session | null> {
  const office = c.get('office')
  const token = sessionToken(c.req.header('cookie'))
  if (token === null) return null
  const db = readerOf(office.register.pool)
  const [row] = await db.query<Row>(
    `select s.id, s.user_id, s.expires_at, s.created_at, s.updated_at, s.method, s.active_post, u.name, u.kind, u.region, u.two_factor_enabled
     from auth.session s join auth.user u on u.id = s.user_id where s.token = $1`,
    [token],
  )
  if (row === undefined) {
    await auditSignIn(db, { region: nowhere, kind: 'stale-session', actor: null, detail: { why: 'unknown' } })
    return null
  }
  const end = endOf(row)
  if (Temporal.Instant.compare(office.now(), end) >= 0) {
    await db.query('delete from auth.session where id = $1', [row.id])
    await auditSignIn(db, { region: row.region, kind: 'stale-session', actor: row.user_id, detail: { why: 'ended' } })
    return null
  }
  const cookie = sessionCookie(c.req.header('cookie')) ?? ''
  if (office.cookies.suffices(cookie, { id: row.id, updatedAt: row.updated_at }, office.now())) {
    return complete(office, row, end)
  }
  const { headers, response } = await office.auth.api.getSession({ headers: c.req.raw.headers, returnHeaders: true })
  if (response === null) {
    await auditSignIn(db, { region: row.region, kind: 'forged-session', actor: null, detail: {} })
    return null
  }
  office.cookies.remember(cookie, row.id)
  for (const fresh of headers.getSetCookie()) c.header('set-cookie', fresh, { append: true })
  const longest = absoluteEnd(row)
  const idle = Temporal.Instant.from(response.session.expiresAt.toISOString())
  return complete(office, row, Temporal.Instant.compare(idle, longest) < 0 ? idle : longest)
}

/** The session's user must be staff with both factors, and act from a post in force. */
export interface StaffSession extends Session {
  readonly activePost: Post
}

export async function requireSession(c: Context<OfficeEnv>): Promise<Session> {
  const session = await findSession(c)
  if (session === null) throw new Refusal('sign-in-needed')
  const wait = await spend(c.get('office').perUser, session.user.id)
  if (wait > 0) throw new Refusal('too-many-requests', { headers: { 'retry-after': String(wait) } })
  if (session.kind === 'staff' && session.secondFactor !== 'done') throw new Refusal('second-factor-needed')
  return session
}

/** Staff acting from a post. Residents are refused, and so is who has yet to choose among several posts. */
export async function requireStaff(c: Context<OfficeEnv>): Promise<StaffSession> {
  const session = await requireSession(c)
  if (session.kind !== 'staff') return refuse(c.get('office'), session, 'staff-only')
  const { activePost } = session
  if (activePost === null) throw new Refusal('no-post')
  return { ...session, activePost }
}

/** Staff whose post has this ability; the refusal goes on the audit chain. */
export async function requireAbility(c: Context<OfficeEnv>, ability: Ability): Promise<StaffSession> {
  const session = await requireStaff(c)
  const office = c.get('office')
  const { region, user, activePost } = session
  const said = await inCounty(office, { region, actor: user.id, post: activePost.id }, async (tx) => {
    const [row] = await tx.query<{ begin: string }>('select staff.begin($1) as begin', [ability])
    return row?.begin
  })
  if (said !== 'ok') throw new Refusal('not-allowed')
  return session
}

export async function requireResident(c: Context<OfficeEnv>): Promise<Session & { readonly person: string }> {
  const session = await requireSession(c)
  const { person } = session
  if (session.kind !== 'resident' || person === null) return refuse(c.get('office'), session, 'residents-only')
  return { ...session, person }
}

/** Says no and writes down that it was tried. */
export async function refuse(office: Office, session: Session, why: string): Promise<never> {
  await noteRefusal(office, session, why)
  throw new Refusal('not-allowed')
}

/** Writes down that something was tried and refused. */
export async function noteRefusal(office: Office, session: Session, why: string): Promise<void> {
  await auditSignIn(readerOf(office.register.pool), {
    region: session.region,
    kind: 'refused',
    actor: session.user.id,
    detail: { why, post: session.activePost?.id ?? null },
  })
}

async function complete(office: Office, row: Row, end: Temporal.Instant): Promise<Session> {
  const { region, user_id: user } = row
  const county = readerIn(office, { region, actor: user })
  const posts = row.kind === 'staff' ? await loadOwnPosts(county, { region, user }) : []
  const person = row.kind === 'staff' ? null : await findResident(county, { region, user })
  const chosen = posts.find(({ id }) => id === row.active_post)
  return {
    id: row.id,
    user: { id: user, name: row.name },
    kind: row.kind,
    region,
    method: row.method,
    // Who came by the government's provider proved both factors there; a demonstration has invented people only.
    secondFactor: row.kind === 'resident' || row.two_factor_enabled || row.method !== 'password' ? 'done' : 'to-set-up',
    createdAt: row.created_at,
    expiresAt: end.toString({ smallestUnit: 'second' }),
    posts,
    activePost: chosen ?? (posts.length === 1 ? (posts[0] ?? null) : null),
    person,
  }
}

async function findResident(
  county: Reader,
  { region, user }: { readonly region: string; readonly user: string },
): Promise<string | null> {
  const [link] = await county.query<{ person: string }>(
    'select person from access.resident where region = $1 and actor = $2',
    [region, user],
  )
  return link?.person ?? null
}

function absoluteEnd({ created_at: created }: Row): Temporal.Instant {
  return Temporal.Instant.from(created).add({ seconds: sessionAbsoluteSeconds })
}

function endOf(row: Row): Temporal.Instant {
  const [idle, longest] = [Temporal.Instant.from(row.expires_at), absoluteEnd(row)]
  return Temporal.Instant.compare(idle, longest) < 0 ? idle : longest
}
