import type { Context } from 'hono'
import { Refusal } from '../edge/refusal.ts'
import type { Access } from '../register/access.ts'
import type { OfficeEnv } from '../sign-in/office.ts'
import type { Session, StaffSession } from '../sign-in/session.ts'
import { accessFrom } from '../staff/own-posts.ts'
import type { CaseService } from './case-service.ts'
import type { Casework } from './casework.ts'
import { unitsOfPost } from './units-of-posts.ts'

/** What a request about cases stands on. */
export interface CaseDesk {
  readonly service: CaseService
  readonly casework: Casework
  readonly access: Access
  /** The units of procedures that the post works for. */
  readonly units: readonly string[]
  readonly person: string
}

/** The desk of staff acting from a post; the database refuses those whose post works on no cases. */
export function caseDesk(c: Context<OfficeEnv>, session: StaffSession, caseId: string | null = null): CaseDesk {
  const service = getCaseService(c)
  const { user, activePost } = session
  return {
    service,
    casework: service.casework,
    access: accessFrom(activePost, { actor: user.id, purpose: 'casework', caseId }),
    units: unitsOfPost(activePost.kind),
    person: user.id,
  }
}

/** A resident's own access to the cases of their family. */
export function familyAccess(
  { user, region, person }: Session & { readonly person: string },
  caseId: string | null,
): Access {
  return {
    actor: user.id,
    region,
    townships: null,
    villages: null,
    purpose: 'data-subject',
    caseId,
    fields: [],
    reason: null,
    self: person,
  }
}

/** Throws Refusal `not-ready` where this service keeps no cases (yet). */
export function getCaseService(c: Context<OfficeEnv>): CaseService {
  const { cases } = c.get('office')
  if (cases === null) throw new Refusal('not-ready')
  return cases
}
