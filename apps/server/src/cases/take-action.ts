import { readAction, type Problem } from '@junheng/casework'
import { withAccess, type Access } from '../register/access.ts'
import { actingUnit } from './acting-unit.ts'
import { actOnCase, type CaseOutcome } from './act-on-case.ts'
import { findCase } from './case-rows.ts'
import { chineseDay, type Casework } from './casework.ts'

export interface SentAction {
  readonly access: Access
  readonly caseId: string
  /** As it was sent, without `by` and `on`: those are not the sender's to say. */
  readonly sent: Readonly<Record<string, unknown>>
  /** `family`, or the units that the post works for. */
  readonly units: readonly string[]
  /** Who signed in does it. */
  readonly person: string
  readonly now: Temporal.Instant
}

/** Kinds of actions that nobody sends: they open cases or are the program's own. */
const reserved = new Set(['open', 'deliver'])

/** Reads an action from a page and takes it. */
export async function takeAction(
  casework: Casework,
  { access, caseId, sent, units, person, now }: SentAction,
): Promise<CaseOutcome> {
  if ('by' in sent || 'on' in sent) return { ok: false, why: 'refused', problems: [notYours] }
  const item = typeof sent['item'] === 'string' ? sent['item'] : null
  const unit = await findUnit(casework, { access, caseId, units, item })
  const read = readAction({ ...sent, on: chineseDay(now), by: { unit, person } })
  if (!read.ok) return { ok: false, why: 'refused', problems: read.problems }
  if (reserved.has(read.action.kind)) return { ok: false, why: 'refused', problems: [notSent] }
  return actOnCase(casework, { access, caseId, action: read.action, now })
}

/** A post of one unit acts as that; one of several as the case wants it. */
async function findUnit(
  casework: Casework,
  { access, caseId, units, item }: Pick<SentAction, 'access' | 'caseId' | 'units'> & { readonly item: string | null },
): Promise<string> {
  if (units.length < 2) return units[0] ?? 'nobody'
  const kept = await withAccess(casework.register, { access, births: true }, (tx) =>
    findCase(tx, casework, { region: access.region, caseId }),
  )
  return kept === undefined ? (units[0] ?? 'nobody') : actingUnit(kept.procedure, { units, item })
}

const notYours: Problem = {
  path: 'by',
  code: 'from-session',
  message: { zh: '由谁、在哪天办理取自登录，不能自己填', en: 'Who does it, and on which day, comes from the session' },
}
const notSent: Problem = {
  path: 'kind',
  code: 'reserved-kind',
  message: { zh: '这一步由系统自己做', en: 'The program takes this step itself' },
}
