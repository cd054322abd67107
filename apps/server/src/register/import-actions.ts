import { createHmac } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Day } from '@junheng/kernel'
import { readAction, type Problem, type Source } from '@junheng/register'
import type { Secrets } from '../database/secrets.ts'
import type { Transaction } from '../database/statements.ts'
import { withAccess, type Access, type Register } from './access.ts'
import { findAction, insertAction, postMessage } from './action-rows.ts'
import { againAfterCollision, databaseCode } from './at-the-same-moment.ts'
import { auditRejection, auditWrite } from './audit-write.ts'
import { canonicalJson } from './canonical-json.ts'
import { instantText } from './fact-rows.ts'
import { decideBatch, writeBatch } from './import-batch.ts'
import { makeSeal } from './sealing.ts'
import { otherContent, outOfScope } from './write-problems.ts'

export type ImportOutcome =
  | { readonly ok: true; readonly repeated: boolean; readonly commands: number }
  | {
      readonly ok: false
      /** The first hundred; `commands[17].birthDate` is a field of the 18th command. */
      readonly problems: readonly Problem[]
      readonly more: boolean
    }

export interface ImportOptions {
  readonly register: Register
  readonly secrets: Secrets
  /** Must be of the whole county. */
  readonly access: Access
  /** Chosen by whoever sends it: sent again it changes nothing. */
  readonly id: string
  readonly source: Source
  /** The commands in the order in which they are decided. Walked through twice, and must be the same both times. */
  readonly commands: () => Iterable<unknown>
  readonly today: Day
  readonly now: Temporal.Instant
  /** Commands decided and written together; other work goes on between batches. */
  readonly batch?: number
  /** Told after each batch how many commands were read (`of` null), then how many were written of how many. */
  readonly onProgress?: (progress: { readonly done: number; readonly of: number | null }) => void
}

const mostProblems = 100

/**
 * Brings many commands into the register as one action: all of them or, where one is wrong, none. Each is decided by
 * the same code as a single one, and every projection is the one `act` would write; only the audit chain, the outbox
 * and the list of actions have one entry for the whole. Throws `access-refused`.
 */
export async function importActions(options: ImportOptions): Promise<ImportOutcome> {
  const { register, access, id } = options
  const survey = await surveyCommands(options)
  const wide = access.townships === null && access.villages === null
  const problems = wide ? survey.problems : [outOfScope]
  try {
    return await againAfterCollision(() =>
      withAccess(register, { access, births: true }, async (tx) => {
        if (problems.length > 0) throw new Rejected(problems)
        const earlier = await findAction(tx, { region: access.region, id })
        if (earlier === undefined) return writeImport(tx, options, survey)
        if (earlier.digest !== survey.digest) throw new Rejected([otherContent])
        return { ok: true, repeated: true, commands: survey.count }
      }),
    )
  } catch (error) {
    const unseen = ['23505', '42501'].includes(databaseCode(error) ?? '')
    if (!(error instanceof Rejected) && !unseen) throw error
    const found = error instanceof Rejected ? error.problems : [outOfScope]
    const listed = found.slice(0, mostProblems)
    await withAccess(register, { access, births: false }, async (tx) => {
      auditRejection(tx, { access, problems: listed, action: id })
    })
    return { ok: false, problems: listed, more: found.length > listed.length }
  }
}

/** Ends the transaction, so that nothing of the import stays. */
class Rejected extends Error {
  readonly problems: readonly Problem[]
  constructor(problems: readonly Problem[]) {
    super('the import was rejected')
    this.problems = problems
  }
}

interface Survey {
  readonly count: number
  /** Keyed hash of source and commands, base64. */
  readonly digest: string
  readonly problems: readonly Problem[]
}

/** Reads everything once before anything is written: what cannot be read is told for all commands together. */
async function surveyCommands(options: ImportOptions): Promise<Survey> {
  const { secrets, source, commands, batch = defaultBatch } = options
  const hash = createHmac('sha256', Buffer.from(secrets.finding, 'base64'))
  hash.update(`import\n${canonicalJson(source)}\n`)
  const problems: Problem[] = []
  let count = 0
  for (const command of commands()) {
    hash.update(`${canonicalJson(command)}\n`)
    if (problems.length <= mostProblems) {
      const read = readCommand(options, command, () => ({ hash: '', cipher: '' }))
      if (!read.ok) problems.push(...placed(read.problems, count))
    }
    if (++count % batch === 0) {
      options.onProgress?.({ done: count, of: null })
      await nextTurn()
    }
  }
  return { count, digest: hash.digest('base64'), problems }
}

/** So many that a statement is worth its journey, so few that other requests wait for a few hundredths of a second. */
const defaultBatch = 250

function readCommand(options: ImportOptions, command: unknown, seal: ReturnType<typeof makeSeal>) {
  const { id, access, source, today } = options
  return readAction({ id, region: access.region, source, command }, { today, seal })
}

function placed(problems: readonly Problem[], at: number): readonly Problem[] {
  return problems.map((problem) => ({ ...problem, path: problem.path.replace(/^command/, `commands[${at}]`) }))
}

async function writeImport(plain: Transaction, options: ImportOptions, survey: Survey): Promise<ImportOutcome> {
  const { access, id, source, secrets, now, batch = defaultBatch } = options
  const { region } = access
  const { count: commands, digest } = survey
  const recordedAt = instantText(now.toString({ smallestUnit: 'microsecond' }))
  const citus = await plain.query(`select from pg_extension where extname = 'citus'`)
  const tx: Transaction = { ...plain, bulk: citus.length === 0 }
  // Tables grow a thousandfold under it: what was planned for the first batches would read the whole county in the last.
  tx.post(`set local plan_cache_mode = 'force_custom_plan'`)
  insertAction(tx, { action: { region, id, kind: 'import', digest }, access, at: recordedAt, result: { commands } })
  const seal = makeSeal(secrets)
  let [at, facts] = [0, 0]
  for (const part of inParts(options.commands(), batch)) {
    const actions = part.map((command) => readCommand(options, command, seal))
    const from = at
    const decided = await decideBatch(tx, {
      region,
      now,
      actions: actions.map((read, i) => ({ at: from + i, ...read })),
    })
    if (!decided.ok) throw new Rejected(decided.problems.flatMap((one) => placed(one.problems, one.at)))
    const taken = await writeBatch(tx, { region, decided })
    if (taken.length > 0) throw new Rejected(taken.flatMap((one) => placed(one.problems, one.at)))
    at += part.length
    facts += decided.facts.length
    options.onProgress?.({ done: at, of: commands })
    await nextTurn()
  }
  const detail = { action: id, digest, commands, facts, source }
  postMessage(tx, { region, id, topic: 'import', body: { action: id, commands, facts }, at: recordedAt })
  auditWrite(tx, { access, kind: 'import', subject: null, detail })
  return { ok: true, repeated: false, commands }
}

function* inParts(commands: Iterable<unknown>, size: number): Generator<readonly unknown[]> {
  let part: unknown[] = []
  for (const command of commands) {
    part.push(command)
    if (part.length < size) continue
    yield part
    part = []
  }
  if (part.length > 0) yield part
}
