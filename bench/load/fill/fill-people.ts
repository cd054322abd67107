import { randomBytes, randomUUID } from 'node:crypto'
import type { Day } from '@junheng/kernel'
import { readAction } from '@junheng/register'
import type { Batch } from '@junheng/synth'
import type { Secrets } from '../../../apps/server/src/database/secrets.ts'
import { peopleCommands } from '../../../apps/server/src/demonstration/people.ts'
import type { DemoPlaces } from '../../../apps/server/src/demonstration/places.ts'
import { auditChain } from '../../../apps/server/src/register/audit-chains.ts'
import { instantText } from '../../../apps/server/src/register/fact-rows.ts'
import { decideBatch, writeBatch } from '../../../apps/server/src/register/import-batch.ts'
import { makeSeal } from '../../../apps/server/src/register/sealing.ts'
import { region, seed } from '../place.ts'
import { importer } from './actors.ts'
import type { AuditChains } from './audit-chains.ts'
import { copyText } from './copy-text.ts'
import { rowSink } from './row-sink.ts'
import type { TableFiles } from './table-files.ts'

const source = { kind: 'import', reference: 'bench' } as const
const actionColumns = 'region, id, kind, digest, actor, purpose, case_id, at, result'

/**
 * The rows that an import of these people writes: decided, sealed and projected by the service's own code. One import a
 * batch of some 4,000 persons. Only the digests of the imports are by chance: nobody sends these again.
 */
export async function fillPeople(
  batches: Iterable<Batch>,
  options: {
    readonly files: TableFiles
    readonly chains: AuditChains
    readonly secrets: Secrets
    readonly places: DemoPlaces
    readonly today: Day
    readonly now: Temporal.Instant
  },
): Promise<void> {
  const { files, chains, secrets, places, today, now } = options
  const tx = rowSink(files)
  const seal = makeSeal(secrets)
  const at = instantText(now.toString({ smallestUnit: 'microsecond' }))
  for (const batch of batches) {
    const id = randomUUID()
    const read = (command: object) => readAction({ id, region, source, command }, { today, seal })
    const commands = [...peopleCommands([batch], { region, seed, today, places })]
    const actions = commands.map((command, place) => ({ at: place, ...read(command) }))
    const decided = await decideBatch(tx, { region, now, actions })
    if (!decided.ok) throw new Error(JSON.stringify(decided.problems[0]))
    const taken = await writeBatch(tx, { region, decided })
    if (taken.length > 0) throw new Error(JSON.stringify(taken[0]))
    const digest = randomBytes(32)
    const counted = { commands: commands.length, facts: decided.facts.length }
    const row = [region, id, 'import', digest, importer, 'registration', null, at, { commands: counted.commands }]
    files.add('register.action', actionColumns, row.map(copyText).join('\t'))
    const message = [region, id, 'import', { action: id, ...counted }, at]
    files.add('register.outbox', 'region, id, topic, body, created_at', message.map(copyText).join('\t'))
    chains.append({
      chain: auditChain(importer, 'write'),
      at,
      kind: 'import',
      actor: importer,
      subject: null,
      purpose: 'registration',
      caseId: null,
      body: importBody({ at, action: id, digest: digest.toString('base64'), ...counted }),
    })
    await files.flush()
  }
}

/** As PostgreSQL writes jsonb: shorter names first. */
function importBody(entry: { at: string; action: string; digest: string; commands: number; facts: number }): string {
  const { at, action, digest, commands, facts } = entry
  const text = (value: string) => JSON.stringify(value)
  const from = `{"kind": "import", "reference": "bench"}`
  const detail = `{"facts": ${facts}, "action": ${text(action)}, "digest": ${text(digest)}, "source": ${from}, "commands": ${commands}}`
  return `{"at": ${text(at)}, "case": null, "kind": "import", "actor": ${text(importer)}, "detail": ${detail}, "purpose": "registration", "subject": null}`
}
