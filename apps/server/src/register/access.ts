import { DomainError, type Words } from '@junheng/kernel'
import { findPurpose, type Purpose } from '@junheng/register'
import { escapeLiteral, type Pool } from 'pg'
import { transact, type Transaction, type Watch } from '../database/statements.ts'

/** Who does something, where, why, and how closely they may look. Every claim is checked by the database. */
export interface Access {
  readonly actor: string
  /** County, six digits: one at a time. */
  readonly region: string
  /** Townships, nine digits each; null: the whole county. */
  readonly townships: readonly string[] | null
  /** Villages, twelve digits each; null: all of the townships. Who has no village on file is not seen by villages. */
  readonly villages: readonly string[] | null
  readonly purpose: Purpose
  readonly caseId: string | null
  /** Fields to be shown whole: identity | phone | health. */
  readonly fields: readonly Field[]
  /** Needed for the purpose `emergency`: why there is no time for a case. */
  readonly reason: string | null
  /** The post acted from: the grant must be that post's. Absent: any of the actor's. */
  readonly post?: string | null
  /** For the purpose `data-subject`: the person that the actor is. */
  readonly self?: string | null
}

export type Field = 'identity' | 'phone' | 'health'

/** What the register stands on. */
export interface Register {
  readonly pool: Pool
  readonly watch?: Watch
}

export type Refusal =
  | 'unknown-purpose'
  | 'not-granted'
  | 'forbidden-purpose'
  | 'no-such-case'
  | 'no-reason'
  | 'malformed-access'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * Runs `work` with the rows that this access may see. Throws DomainError `access-refused` (info.why: Refusal) after
 * the refusal has been written to the audit chain; a claim too malformed to be anyone's is refused without.
 */
export async function withAccess<T>(
  register: Register,
  { access, births }: { readonly access: Access; readonly births: boolean },
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const begin = ['begin', ...settingsOf(access, { births })].join('; ')
  const outcome = await transact(register.pool, { begin, watch: register.watch }, async (tx) => {
    const detail = {
      ...(access.reason === null ? {} : { reason: access.reason }),
      ...(access.post === undefined ? {} : { post: access.post }),
    }
    const [row] = await tx.query<{ begin: string }>('select access.begin($1) as begin', [JSON.stringify(detail)])
    const said = row?.begin ?? 'not-granted'
    // A refusal is committed: that it was tried must stay known.
    return said === 'ok' ? { value: await work(tx) } : { refusal: said as Refusal }
  })
  if ('refusal' in outcome) throw refused(outcome.refusal, access.purpose)
  return outcome.value
}

/**
 * Statements that set, until the end of the transaction, as whom, where and why it looks. SET takes no parameters, so every
 * value is checked and quoted; throws as withAccess for what is malformed.
 */
export function settingsOf(access: Access, { births }: { readonly births: boolean }): readonly string[] {
  const { actor, region, townships, villages, purpose, caseId, fields } = access
  const wellFormed =
    uuid.test(actor) &&
    /^[1-9]\d{5}$/.test(region) &&
    (townships ?? []).every((township) => /^[1-9]\d{8}$/.test(township) && township.startsWith(region)) &&
    (villages ?? []).every((village) => /^[1-9]\d{11}$/.test(village) && village.startsWith(region)) &&
    (caseId === null || /^[A-Za-z0-9-]{1,64}$/.test(caseId)) &&
    [access.post, access.self].every((id) => id === undefined || id === null || uuid.test(id)) &&
    findPurpose(purpose) !== undefined &&
    fields.every((field) => ['identity', 'phone', 'health'].includes(field))
  if (!wellFormed) throw refused('malformed-access', '')
  const settings = [
    ['app.regions', region],
    ['app.townships', townships === null ? '*' : townships.join(',')],
    ['app.villages', villages === null ? '*' : villages.join(',')],
    ['app.purpose', purpose],
    ['app.case_id', caseId ?? ''],
    ['app.actor', actor],
    ['app.fields', fields.join(',')],
    ['app.births', births ? 'open' : ''],
    ['app.post', access.post ?? ''],
    ['app.self', access.self ?? ''],
  ] as const
  return localSettings(settings)
}

/** BEGIN with settings that hold until its end. The values must have been checked; they are quoted here. */
export function beginWith(settings: readonly (readonly [name: string, value: string])[]): string {
  return ['begin', ...localSettings(settings)].join('; ')
}

function localSettings(settings: readonly (readonly [name: string, value: string])[]): readonly string[] {
  // Citus hands SET LOCAL on to its workers only when told to; elsewhere the first one is a setting nobody reads.
  return [`set local citus.propagate_set_commands = 'local'`].concat(
    settings.map(([name, value]) => `set local ${name} = ${escapeLiteral(value)}`),
  )
}

function refused(why: Refusal, purpose: string): DomainError<'access-refused'> {
  const texts: Readonly<Record<Refusal, Words>> = {
    'unknown-purpose': { zh: '没有这种使用目的', en: 'There is no such purpose' },
    'not-granted': { zh: '您的岗位没有这项权限', en: 'Your post does not allow this' },
    'forbidden-purpose': {
      zh: '生育情况不得用于落户、入学、招聘、考核、晋升；这次尝试已记录',
      en: 'Births never decide household registration, schooling, hiring, appraisal or promotion; this was recorded',
    },
    'no-such-case': { zh: '本县没有这个在办的案件', en: 'This county has no such open case' },
    'no-reason': { zh: '紧急查看须写明理由（至少 10 个字）', en: 'Emergency access needs a reason of 10 characters' },
    'malformed-access': { zh: '请求的身份或范围不合规', en: 'The identity or scope of the request is malformed' },
  }
  return new DomainError('access-refused', { text: texts[why], info: { why, purpose } })
}
