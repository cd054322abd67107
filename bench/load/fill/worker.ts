/** One of the programs that make the rows of a county at the same time; argument 1 is its order, as a file of JSON. */
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { Day } from '@junheng/kernel'
import { toDayNumber } from '@junheng/kernel'
import type { Secrets } from '../../../apps/server/src/database/secrets.ts'
import { demoPlaces } from '../../../apps/server/src/demonstration/places.ts'
import { drawPeople, region } from '../place.ts'
import { AuditChains } from './audit-chains.ts'
import { fillCases } from './fill-cases.ts'
import { fillPeople } from './fill-people.ts'
import { planHistory } from './history-plan.ts'
import { Homes } from './homes.ts'
import type { Story } from './read-stories.ts'
import { TableFiles, type TableFile } from './table-files.ts'

export type Part = 'people' | 'one-birth' | 'birth-registration'

export interface FillOrder {
  readonly part: Part
  readonly persons: number
  readonly today: Day
  readonly folder: string
  readonly secrets: Secrets
  readonly stories: readonly Story[]
}

/** Files at most that wait to be taken. */
const mostWaiting = 4

const order = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as FillOrder
const { part, persons, today, folder, secrets, stories } = order
/** Files that were handed over and are not taken in yet. */
const handed = { waiting: 0 }
process.on('message', () => handed.waiting--)
process.on('disconnect', () => process.exit(1))

const files = new TableFiles(folder, async (file: TableFile) => {
  process.send?.(file)
  handed.waiting++
  await untilWaiting(mostWaiting - 1)
})
const chains = new AuditChains(region, files)
const batches = [...drawPeople(persons, today)]
const places = demoPlaces(batches)
if (part === 'people') {
  await fillPeople(batches, { files, chains, secrets, places, today, now: Temporal.Now.instant() })
} else {
  // A mother of the first case was of age by then.
  const homes = new Homes(batches, places, toDayNumber(today) - 24 * 366)
  const registrations = planHistory('birth-registration', { persons, today })
  const plan = part === 'one-birth' ? planHistory('one-birth', { persons, today }) : registrations
  const numbersFrom = part === 'one-birth' ? registrations.byYear : new Map<number, number>()
  await fillCases({ files, chains, secrets, homes, stories, plan, numbersFrom, today })
}
chains.end()
await files.flush(true)
await untilWaiting(0)
process.send?.({ done: true, rows: files.rows, rss: process.resourceUsage().maxRSS * 1024 })
process.disconnect?.()

async function untilWaiting(most: number): Promise<void> {
  while (handed.waiting > most) await once(process, 'message')
}
