import type { Action, Answer, Problem } from '@junheng/casework'
import { getDay } from '@junheng/kernel'
import { findPurpose, readAction } from '@junheng/register'
import type { Transaction } from '../database/statements.ts'
import { settingsOf, type Access } from '../register/access.ts'
import { actInside } from '../register/act.ts'
import { canonicalJson } from '../register/canonical-json.ts'
import { newId } from '../register/new-id.ts'
import { findingHash, makeSeal } from '../register/sealing.ts'
import type { CaseChange } from './record-case.ts'
import { chineseDay, type Casework } from './casework.ts'
import { OutcomeRefused } from './outcome-refused.ts'
import { outcomeCommands, recordsOf } from './outcome-commands.ts'
import { programAccess } from './programs.ts'

/**
 * What the register learns from the answers of a change, as the procedure's items say. Done as the program, for the
 * purpose of the procedure, whose right to it the database checks anew, and last of all: the settings of the transaction
 * are then its.
 */
export async function recordOutcomes(tx: Transaction, casework: Casework, change: CaseChange): Promise<void> {
  const { row, procedure } = change
  const done = change.actions.filter(isDone).filter((answer) => recordsOf(change, answer).length > 0)
  const purpose = findPurpose(procedure.purpose.id)?.purpose
  if (done.length === 0 || purpose === undefined) return
  const access = programAccess(row.region, { purpose, caseId: row.id })
  await beginAs(tx, access)
  for (const answer of done) {
    for (const command of await outcomeCommands(tx, { change, answer })) {
      await act(tx, casework, { access, command, change, answer })
    }
  }
}

function isDone(action: Action): action is Answer {
  return action.kind === 'answer' && action.result === 'done'
}

/** Statements, as Citus hands SET LOCAL on to its workers and never what set_config() sets. */
async function beginAs(tx: Transaction, access: Access): Promise<void> {
  tx.post(settingsOf(access, { births: true }).join('; '))
  const [row] = await tx.query<{ begin: string }>(`select access.begin('{}') as begin`)
  if (row?.begin !== 'ok') throw new Error(`the program may not write to the register: ${row?.begin ?? ''}`)
}

async function act(
  tx: Transaction,
  casework: Casework,
  { access, command, change, answer }: { access: Access; command: object; change: CaseChange; answer: Answer },
): Promise<void> {
  const { now, row } = change
  const reference = `${row.number} ${answer.item}`.slice(0, 100)
  const input = { id: newId(now), region: row.region, source: { kind: 'department', reference }, command }
  const read = readAction(input, { today: getDay(chineseDay(now)), seal: makeSeal(casework.secrets) })
  if (!read.ok) throw new OutcomeRefused(read.problems.map(asOutput))
  const digest = findingHash(casework.secrets, 'action', canonicalJson(input))
  const outcome = await actInside(tx, { access, action: read.action, digest, now })
  if (!outcome.ok) throw new OutcomeRefused(outcome.problems.map(asOutput))
}

/** The register complains of its own command; the answer's sender knows only what it gave. */
function asOutput({ path, code, message }: Problem): Problem {
  return { path: path.replace(/^command/, 'outputs'), code, message }
}
