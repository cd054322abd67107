import { readAction, type Problem } from '@junheng/casework'
import type { Access } from '../register/access.ts'
import { actOnCase, type CaseOutcome } from './act-on-case.ts'
import { chineseDay, type Casework } from './casework.ts'

export interface SentAction {
  readonly access: Access
  readonly caseId: string
  /** As it was sent, without `by` and `on`: those are not the sender's to say. */
  readonly sent: Readonly<Record<string, unknown>>
  readonly unit: string
  /** Who signed in does it. */
  readonly person: string
  readonly now: Temporal.Instant
}

/** Kinds of actions that nobody sends: they open cases or are the program's own. */
const reserved = new Set(['open', 'deliver'])

/** Reads an action from a page and takes it. */
export async function takeAction(
  casework: Casework,
  { access, caseId, sent, unit, person, now }: SentAction,
): Promise<CaseOutcome> {
  if ('by' in sent || 'on' in sent) return { ok: false, why: 'refused', problems: [notYours] }
  const read = readAction({ ...sent, on: chineseDay(now), by: { unit, person } })
  if (!read.ok) return { ok: false, why: 'refused', problems: read.problems }
  if (reserved.has(read.action.kind)) return { ok: false, why: 'refused', problems: [notSent] }
  return actOnCase(casework, { access, caseId, action: read.action, now })
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
