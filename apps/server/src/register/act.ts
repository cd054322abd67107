import { DomainError, type Day } from '@junheng/kernel'
import { decide, readAction, subjectsOf, type Action, type Fact, type Problem } from '@junheng/register'
import type { Secrets } from '../database/secrets.ts'
import type { Transaction } from '../database/statements.ts'
import { withAccess, type Access, type Register } from './access.ts'
import { auditChain } from './audit-chains.ts'
import { withPost } from './audit-read.ts'
import { canonicalJson } from './canonical-json.ts'
import { insertFacts, instantText, loadFacts } from './fact-rows.ts'
import { project, writeProjection } from './projection.ts'
import { findingHash, makeSeal } from './sealing.ts'
import { newId } from './new-id.ts'

/** What came of an action. `repeated`: it had been done before, and nothing was done now. */
export type Outcome =
  | { readonly ok: true; readonly repeated: boolean; readonly facts: readonly string[] }
  | { readonly ok: false; readonly problems: readonly Problem[] }

export interface ActOptions {
  readonly register: Register
  readonly secrets: Secrets
  readonly access: Access
  /** The action as it was sent; see readAction. */
  readonly input: unknown
  /** Today in China: nothing later can be stated. */
  readonly today: Day
  readonly now: Temporal.Instant
}

/**
 * The one way into the register: authorise, read, decide, and write the action with its facts, projections, outbox
 * message and audit entry in one transaction. Sent again, it answers again and writes nothing. Throws `access-refused`.
 */
export async function act(options: ActOptions): Promise<Outcome> {
  const { secrets, input, today, access } = options
  const read = readAction(input, { today, seal: makeSeal(secrets) })
  if (!read.ok) return reject(options, read.problems)
  const { action } = read
  if (action.region !== access.region) return reject(options, [foreignRegion])
  const digest = findingHash(secrets, 'action', canonicalJson(input))
  for (let tries = 0; ; tries++) {
    try {
      return await withAccess(options.register, { access, births: true }, (tx) =>
        actInside(tx, { ...options, action, digest }),
      )
    } catch (error) {
      // The same action or the same subject was being written at the same moment: what it left decides now.
      if (tries < 3 && retried.has(codeOf(error) ?? '')) continue
      if (codeOf(error) === '42501') return reject(options, [outOfScope])
      throw error
    }
  }
}

/** unique_violation, serialization_failure, deadlock_detected. */
const retried = new Set(['23505', '40001', '40P01'])

type Writing = Pick<ActOptions, 'access' | 'now'> & { readonly action: Action; readonly digest: string }

/** As `act`, inside a transaction that has begun with this access: what it decides stands or falls with the rest of it. */
export async function actInside(tx: Transaction, writing: Writing): Promise<Outcome> {
  const { action, access, digest, now } = writing
  const { region, id, command } = action
  const earlier = await findAction(tx, { region, id })
  if (earlier !== undefined) {
    if (earlier.digest === digest) return { ok: true, repeated: true, facts: earlier.facts }
    return rejectInside(tx, { access, problems: [otherContent], action: id })
  }
  const subjects = subjectsOf(command)
  const facts = await loadVisible(tx, { region, subjects })
  const recordedAt = instantText(now.toString({ smallestUnit: 'microsecond' }))
  const decision = decide(action, { facts }, { now: recordedAt, newId: () => newId(now) })
  if (!decision.ok) return rejectInside(tx, { access, problems: decision.problems, action: id })

  const changed = changesOf(decision.facts, facts)
  // First of all writes, because it alone may fail for a reason that the person should hear.
  if (!(await claimIdentityNumbers(tx, { region, changed }))) {
    return rejectInside(tx, { access, problems: [identityTaken], action: id })
  }
  const result = { facts: decision.facts.map((fact) => fact.id) }
  await tx.query(
    `insert into register.action (region, id, kind, digest, actor, purpose, case_id, at, result)
     values ($1, $2, $3, decode($4, 'base64'), $5, $6, $7, $8, $9)`,
    [region, id, command.kind, digest, access.actor, access.purpose, access.caseId, recordedAt, JSON.stringify(result)],
  )
  await insertFacts(tx, decision.facts)
  for (const { subject, before, after } of changed) await writeProjection(tx, { region, subject, before, after })
  await tx.query('insert into register.outbox (region, id, topic, body, created_at) values ($1, $2, $3, $4, $5)', [
    region,
    id,
    decision.topic,
    JSON.stringify({ action: id, subjects, ...result }),
    recordedAt,
  ])
  await append(tx, {
    access,
    kind: 'act',
    subject: subjects[0] ?? null,
    detail: { action: id, kind: command.kind, digest, ...result },
  })
  return { ok: true, repeated: false, facts: result.facts }
}

/** The facts of the subjects that this access may see, locked until the end. Unknown and unseen ones are alike absent. */
async function loadVisible(
  tx: Transaction,
  { region, subjects }: { readonly region: string; readonly subjects: readonly string[] },
): Promise<ReadonlyMap<string, readonly Fact[]>> {
  const visible: string[] = []
  for (const table of ['person', 'household']) {
    const rows = await tx.query<{ id: string }>(
      `select id from register.${table} where region = $1 and id = any ($2::uuid[]) order by id for update`,
      [region, subjects],
    )
    visible.push(...rows.map(({ id }) => id))
  }
  return visible.length === 0 ? new Map() : loadFacts(tx, { region, subjects: visible })
}

interface Change {
  readonly subject: string
  readonly before: ReturnType<typeof project>
  readonly after: ReturnType<typeof project>
}

/** Every subject whose projection may change. A birth shows in no projection of the mother. */
function changesOf(added: readonly Fact[], facts: ReadonlyMap<string, readonly Fact[]>): readonly Change[] {
  const subjects = new Set(added.filter(({ kind }) => kind !== 'birth').map(({ subject }) => subject))
  return [...subjects].map((subject) => {
    const old = facts.get(subject) ?? []
    const all = [...old, ...added.filter((fact) => fact.subject === subject)]
    return { subject, before: project(old), after: project(all) }
  })
}

/** False where an identity number is another person's, here or in any other county. */
async function claimIdentityNumbers(
  tx: Transaction,
  { region, changed }: { readonly region: string; readonly changed: readonly Change[] },
): Promise<boolean> {
  const identity = ({ numbers }: Change['before']) => numbers.find(({ kind }) => kind === 'identity')?.hash
  for (const { subject, before, after } of changed) {
    const [old, fresh] = [identity(before), identity(after)]
    if (old === fresh) continue
    if (fresh !== undefined) {
      const claimed = await tx.query(
        `insert into register.identity_number (hash, region, person) values (decode($1, 'base64'), $2, $3)
         on conflict do nothing returning hash`,
        [fresh, region, subject],
      )
      if (claimed.length === 0) return false
    }
    if (old !== undefined) {
      await tx.query(
        `delete from register.identity_number where hash = decode($1, 'base64') and region = $2 and person = $3`,
        [old, region, subject],
      )
    }
  }
  return true
}

async function findAction(
  tx: Transaction,
  { region, id }: { readonly region: string; readonly id: string },
): Promise<{ readonly digest: string; readonly facts: readonly string[] } | undefined> {
  const [row] = await tx.query<{ digest: string; result: { facts: readonly string[] } }>(
    `select encode(digest, 'base64') as digest, result from register.action where region = $1 and id = $2`,
    [region, id],
  )
  return row === undefined ? undefined : { digest: row.digest, facts: row.result.facts }
}

/** Says no, and keeps that it was tried: which fields were wrong, never what stood in them. */
async function rejectInside(
  tx: Transaction,
  {
    access,
    problems,
    action,
  }: { readonly access: Access; readonly problems: readonly Problem[]; readonly action: string | null },
): Promise<Outcome> {
  const detail = { action, problems: problems.map(({ path, code }) => `${path}: ${code}`) }
  await append(tx, { access, kind: 'rejected', subject: null, detail })
  return { ok: false, problems }
}

function reject({ register, access }: ActOptions, problems: readonly Problem[]): Promise<Outcome> {
  return withAccess(register, { access, births: false }, (tx) => rejectInside(tx, { access, problems, action: null }))
}

async function append(
  tx: Transaction,
  entry: { access: Access; kind: string; subject: string | null; detail: object },
): Promise<void> {
  const { access, kind, subject, detail } = entry
  const { region, actor, purpose, caseId } = access
  await tx.query('select audit.append($1, $2, $3, $4, $5, $6, $7, $8)', [
    region,
    auditChain(actor, 'write'),
    kind,
    actor,
    subject,
    purpose,
    caseId,
    JSON.stringify(withPost(access, detail)),
  ])
}

function codeOf(error: unknown): string | undefined {
  return error instanceof DomainError ? undefined : (error as { code?: string }).code
}

const foreignRegion: Problem = {
  path: 'region',
  code: 'foreign-region',
  message: { zh: '只能登记您所在县的人口', en: 'Only the register of your own county can be written' },
}
const outOfScope: Problem = {
  path: 'command',
  code: 'out-of-scope',
  message: {
    zh: '不在您负责的乡镇范围内，或您的目的不允许登记',
    en: 'Outside your townships, or your purpose does not allow writing',
  },
}
const otherContent: Problem = {
  path: 'id',
  code: 'id-used-for-other-content',
  message: { zh: '这个编号已用于内容不同的登记', en: 'This id was used for an action with other content' },
}
const identityTaken: Problem = {
  path: 'command.identityNumber',
  code: 'identity-number-taken',
  message: {
    zh: '这个身份证号已登记在另一个人名下（可能在外县）；请先核对号码，再联系公安户籍部门',
    en: 'This identity number belongs to another person on file, perhaps in another county; check it, then ask the police',
  },
}
