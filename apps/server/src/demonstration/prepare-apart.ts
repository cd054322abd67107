import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { Report } from '../sign-in/preparing.ts'
import type { Demonstration } from '../sign-in/demonstration.ts'
import { findDemonstration, type DemonstrationOptions } from './prepare-demonstration.ts'

/** What the program that draws the people is told, and what it answers. */
export type ApartOrder = {
  readonly addresses: DemonstrationOptions['database']['addresses']
  readonly secrets: DemonstrationOptions['database']['secrets']
  readonly persons?: number
}
export type ApartAnswer = { readonly made: Demonstration } | { readonly failed: string }
/** How far it is, told as often as prepareDemonstration does. */
export type ApartProgress = { readonly progress: Parameters<Report>[0] }

/**
 * As prepareDemonstration, but people are drawn and brought in by a program of its own that ends: the service would keep
 * for good what memory that takes. Its order, with the passwords, goes by the channel between the two and stands in no list
 * of processes.
 */
export async function prepareApart({
  database,
  persons,
  report,
}: Pick<DemonstrationOptions, 'database' | 'persons' | 'report'>): Promise<Demonstration> {
  const there = await findDemonstration({ database })
  if (there !== null) return there
  const { addresses, secrets } = database
  const order: ApartOrder = { addresses, secrets, ...(persons === undefined ? {} : { persons }) }
  const child = fork(join(import.meta.dirname, 'make-apart.ts'))
  return new Promise((resolve, reject) => {
    let answer: ApartAnswer = { failed: 'the program that makes the demonstration ended before it was done' }
    child.on('message', (message: ApartAnswer | ApartProgress) => {
      if ('progress' in message) report?.(message.progress)
      else answer = message
    })
    child.once('error', reject)
    child.once('exit', () => ('made' in answer ? resolve(answer.made) : reject(new Error(answer.failed))))
    child.send(order)
  })
}
