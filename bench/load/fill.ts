import { getDay, toDayNumber } from '@junheng/kernel'
import { addressAt, nameAt, personId, phoneAt, populationBatches, residentIdAt, type Batch } from '@junheng/synth'
import type { Pool } from 'pg'
import type { Secrets } from '../../apps/server/src/database/secrets.ts'
import { drawId } from '../../apps/server/src/demonstration/draw-id.ts'
import { demoId, peopleCommands } from '../../apps/server/src/demonstration/people.ts'
import { demoPlaces } from '../../apps/server/src/demonstration/places.ts'
import { importActions } from '../../apps/server/src/register/import-actions.ts'

export const region = '421202'
export const today = getDay('2026-11-23')
const seed = 1
/** Batches of some 4,000 persons each that make one import. */
const batchesOfImport = 12

/** Somebody to look for, by everything they are found by. */
export interface Sample {
  readonly id: string
  readonly name: string
  readonly number: string
  readonly phone: string
  readonly address: string
}

/** The synthetic people of a county that is measured, as columns: some 80 bytes a person. */
export function drawPeople(count: number): readonly Batch[] {
  return [...populationBatches({ region: Number(region), count, seed, on: toDayNumber(today) })]
}

/** Brings batches into the register the way a county's old list comes in; returns persons a second. */
export async function bring(
  batches: readonly Batch[],
  options: { readonly app: Pool; readonly secrets: Secrets; readonly actor: string; readonly all: readonly Batch[] },
): Promise<number> {
  const { app, secrets, actor, all } = options
  const places = demoPlaces(all)
  const people = { region, seed, today, places }
  const started = performance.now()
  let persons = 0
  for (let at = 0; at < batches.length; at += batchesOfImport) {
    const part = batches.slice(at, at + batchesOfImport)
    const outcome = await importActions({
      register: { pool: app },
      secrets,
      access: {
        actor,
        region,
        townships: null,
        villages: null,
        purpose: 'registration',
        caseId: null,
        fields: [],
        reason: null,
      },
      id: drawId('bench', part[0]?.firstPerson ?? 0),
      source: { kind: 'import', reference: 'bench' },
      commands: () => peopleCommands(part, people),
      today,
      now: Temporal.Now.instant(),
    })
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems[0]))
    persons += part.reduce((sum, batch) => sum + batch.persons.count, 0)
  }
  return persons / ((performance.now() - started) / 1000)
}

/** People of all batches, about so many. */
export function samplesOf(batches: readonly Batch[], wanted: number): readonly Sample[] {
  const all = batches.reduce((sum, batch) => sum + batch.persons.count, 0)
  const step = Math.max(1, Math.floor(all / wanted))
  return batches.flatMap((batch) => {
    const samples: Sample[] = []
    for (let at = 0; at < batch.persons.count; at += step) {
      samples.push({
        id: demoId({ region, seed }, personId(batch, at)),
        name: nameAt(batch, at),
        number: residentIdAt(batch, at),
        phone: phoneAt(batch, at),
        address: addressAt(batch, batch.persons.household[at] ?? 0),
      })
    }
    return samples
  })
}
