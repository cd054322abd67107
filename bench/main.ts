/** `npm run bench [-- --json FILE]`: measures, holds the results against the promises, prints the tables. */
import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { demographySpeedLines } from './demography/speed.ts'
import { measureHouseholds, measurePlace } from './place/measure-place.ts'
import { measurePacks, readPlaces } from './place/measure-packs.ts'
import { describeMachine, findVersions, promisesOf, reportText } from './report.ts'
import { measureSixRules } from './six-rules/six-rules.ts'
import { measureThreads } from './six-rules/measure-threads.ts'

const { values } = parseArgs({ options: { json: { type: 'string' } } })
const say = (text: string) => process.stderr.write(`${text}\n`)

say('The packs …')
const packs = await measurePacks()
const places = await readPlaces()
say('One household of each place …')
const oneHousehold = places.filter(({ examples }) => examples.length > 0).map(measureHouseholds)
say('Whole places over 100,000 households …')
const wholePlaces = places
  .filter(({ place }) => place.plan !== null)
  .flatMap(({ place }) => [0, 0.15].map((missing) => measurePlace(place, { households: 100_000, missing })))
say('Six rules over 100,000 households, peers included …')
const small = await measureSixRules({ households: 100_000, rounds: 7, repeats: 30, withPeers: true })
say('Six rules over 5,000,000 households …')
const large = await measureSixRules({ households: 5_000_000, rounds: 7, repeats: 1, withPeers: false })
const threads = await measureThreads(5_000_000, 7)

const machine = describeMachine()
const parts = { machine, versions: findVersions(), small, large, threads, places: wholePlaces, oneHousehold, packs }
const report = { ...parts, promises: promisesOf(parts) }
process.stdout.write(`${reportText(report)}\n`)
process.stdout.write(`\n${demographySpeedLines().join('\n')}\n`)
// In a process of its own, because its memory is measured too.
const synth = execFileSync(process.execPath, [join(import.meta.dirname, 'synth/measure-synth.ts')], {
  encoding: 'utf8',
})
process.stdout.write(`\n${synth}`)
if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(report, null, 2)}\n`)
