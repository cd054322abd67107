/**
 * How long a million synthetic persons take and how much memory, in a process of their own:
 *
 *   node bench/synth/measure-synth.ts
 */
import { dayNumberOf } from '@junheng/kernel'
import { addressAt, householdAt, nameAt, populationBatches, residentIdAt, situationOf } from '@junheng/synth'
import type { Batch } from '@junheng/synth'

const persons = 1_000_000
const on = dayNumberOf(2026, 1, 1)

const works: readonly { readonly what: string; readonly work: (batch: Batch) => number }[] = [
  { what: 'typed columns', work: (batch) => batch.persons.count },
  { what: 'with name, identity number and address as text', work: spell },
  {
    what: 'every household as an object',
    work: (batch) => eachHousehold(batch, (at) => householdAt(batch, at).members.length),
  },
  {
    what: 'every household as an object and its situation',
    work: (batch) => eachHousehold(batch, (at) => Object.keys(situationOf(householdAt(batch, at))).length),
  },
]

const rows = [421202, 630000, 110000].flatMap((region) => works.map(({ what, work }) => measure(region, what, work)))
const columns = rows.filter(({ what }) => what === 'typed columns')
const objects = rows.filter(({ what }) => what === 'every household as an object')
const slowest = Math.max(...columns.concat(objects).map(({ seconds }) => seconds))
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024)
const lines = [
  `Synthetic people, ${persons.toLocaleString('en-US')} persons on 1 January 2026 (CPU seconds):`,
  '',
  '| region | what | s | persons / s |',
  '|---|---|---|---|',
  ...rows.map(
    ({ region, what, seconds }) =>
      `| ${region} | ${what} | ${seconds.toFixed(2)} | ${Math.round(persons / seconds).toLocaleString('en-US')} |`,
  ),
  '',
  `Most memory of the process: ${megabytes} MB.`,
  `A million persons, also as objects, in under 10 s and 1 GB: ${slowest < 10 && megabytes < 1024 ? 'kept' : 'NOT KEPT'}.`,
]
process.stdout.write(`${lines.join('\n')}\n`)

function measure(region: number, what: string, work: (batch: Batch) => number) {
  const before = process.cpuUsage()
  let done = 0
  for (const batch of populationBatches({ region, count: persons, seed: 1, on })) done += work(batch)
  if (done === 0) throw new Error(`${what}: nothing came`)
  const { user, system } = process.cpuUsage(before)
  return { region, what, seconds: (user + system) / 1e6 }
}

function spell(batch: Batch): number {
  let letters = 0
  for (let at = 0; at < batch.persons.count; at++) letters += nameAt(batch, at).length + residentIdAt(batch, at).length
  return letters + eachHousehold(batch, (at) => addressAt(batch, at).length)
}

function eachHousehold({ households }: Batch, work: (at: number) => number): number {
  let sum = 0
  for (let at = 0; at < households.count; at++) sum += work(at)
  return sum
}
