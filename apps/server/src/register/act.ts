import type { Day } from '@junheng/kernel'
import { decide, mainSubjectOf, readAction, subjectsOf, type Action, type Problem } from '@junheng/register'
import type { Secrets } from '../database/secrets.ts'
import type { Transaction } from '../database/statements.ts'
import { withAccess, type Access, type Register } from './access.ts'
import { findAction, insertAction, postMessage } from './action-rows.ts'
import { againAfterCollision, databaseCode } from './at-the-same-moment.ts'
import { auditRejection, auditWrite } from './audit-write.ts'
import { canonicalJson } from './canonical-json.ts'
import { changesOf, claimIdentityNumbers, loadVisible } from './changes.ts'
import { insertFacts, instantText } from './fact-rows.ts'
import { newId } from './new-id.ts'
import { writeProjections } from './projection.ts'
import { findingHash, makeSeal } from './sealing.ts'
import { foreignRegion, identityTaken, otherContent, outOfScope } from './write-problems.ts'

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
  try {
    return await againAfterCollision(() =>
      withAccess(options.register, { access, births: true }, (tx) => actInside(tx, { ...options, action, digest })),
    )
  } catch (error) {
    // Somebody of that id is there and stays unseen, or is to be written where this access may not.
    if (['23505', '42501'].includes(databaseCode(error) ?? '')) return reject(options, [outOfScope])
    throw error
  }
}

type Writing = Pick<ActOptions, 'access' | 'now'> & { readonly action: Action; readonly digest: string }

/** As `act`, inside a transaction that has begun with this access: what it decides stands or falls with the rest of it. */
export async function actInside(tx: Transaction, writing: Writing): Promise<Outcome> {
  const { action, access, digest, now } = writing
  const { region, id, command } = action
  const earlier = await answerAgain(tx, writing)
  if (earlier !== undefined) return earlier
  const subjects = subjectsOf(command)
  const facts = await loadVisible(tx, { region, subjects })
  const recordedAt = instantText(now.toString({ smallestUnit: 'microsecond' }))
  const decision = decide(action, { facts }, { now: recordedAt, newId: () => newId(now) })
  // What stands against it may be what the same action, sent twice at one moment, has just left.
  const refuse = async (problems: readonly Problem[]) =>
    (await answerAgain(tx, writing)) ?? rejectInside(tx, { access, problems, action: id })
  if (!decision.ok) return refuse(decision.problems)

  const changes = changesOf(decision.facts, facts)
  // First of all writes, because it alone may fail for a reason that the person should hear.
  if ((await claimIdentityNumbers(tx, { region, changes })).length > 0) return refuse([identityTaken])
  const result = { facts: decision.facts.map((fact) => fact.id) }
  insertAction(tx, { action: { region, id, kind: command.kind, digest }, access, at: recordedAt, result })
  insertFacts(tx, decision.facts)
  writeProjections(tx, { region, changes })
  postMessage(tx, { region, id, topic: decision.topic, body: { action: id, subjects, ...result }, at: recordedAt })
  auditWrite(tx, {
    access,
    kind: 'act',
    subject: mainSubjectOf(command),
    detail: { action: id, kind: command.kind, digest, ...result },
  })
  return { ok: true, repeated: false, facts: result.facts }
}

/** The answer to an action that was done before; undefined: it was not. */
async function answerAgain(tx: Transaction, { action, access, digest }: Writing): Promise<Outcome | undefined> {
  const { region, id } = action
  const earlier = await findAction(tx, { region, id })
  if (earlier === undefined) return undefined
  if (earlier.digest === digest) return { ok: true, repeated: true, facts: earlier.result.facts ?? [] }
  return rejectInside(tx, { access, problems: [otherContent], action: id })
}

function rejectInside(tx: Transaction, rejection: Parameters<typeof auditRejection>[1]): Outcome {
  auditRejection(tx, rejection)
  return { ok: false, problems: rejection.problems }
}

function reject({ register, access }: ActOptions, problems: readonly Problem[]): Promise<Outcome> {
  return withAccess(register, { access, births: false }, async (tx) =>
    rejectInside(tx, { access, problems, action: null }),
  )
}
