/**
 * The service under load: `npm run bench:load [-- PERSONS] [--keep FOLDER] [--only PART,PART]`, default 1,000,000 persons with
 * 1.2 cases each; first a county of 10,000. A folder keeps the filled counties, so that the next run measures at once. Parts:
 * search, cases, ratios. `--rates 10,20,50`: births a second, one after the other (50 is what the bounds are about). Settings:
 * BENCH_SECONDS (20) how long each load lasts, BENCH_DATA as --keep.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openLibrary } from '../../apps/server/src/places/service.ts'
import { isKept, isQuiet, loadOfMachine, shownBound, type Bound } from './bounds.ts'
import { openFolder, startServer } from './cluster.ts'
import { findCounty, makeCounty } from './county.ts'
import { measureCounty } from './measure-county.ts'
import { readParts, type Measured } from './measuring.ts'
import { region } from './place.ts'

const { values, positionals } = parseArgs({
  options: { keep: { type: 'string' }, only: { type: 'string' }, rates: { type: 'string' } },
  allowPositionals: true,
})
const persons = Number(positionals[0] ?? 1_000_000)
const seconds = Number(process.env['BENCH_SECONDS'] ?? 20)
if (!Number.isInteger(persons) || persons < 1000) throw new RangeError(`at least 1000 persons, not ${positionals[0]}`)
const parts = readParts(values.only)
const rates = values.rates?.split(',').map(Number)
if (rates?.some((rate) => !(rate > 0))) throw new RangeError(`births a second, by commas, not ${values.rates}`)
const sizes = [...new Set([Math.min(10_000, persons), persons])]
const small = persons < 10_000

// The database server is stopped with this program, however it ends.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

const say = (line: string) => void process.stdout.write(`${line}\n`)
const { home, end } = await openFolder(values.keep ?? process.env['BENCH_DATA'] ?? null)
try {
  const library = await openLibrary(join(import.meta.dirname, '../../packs'), () => undefined)
  const procedures = library.procedures?.get(region) ?? []
  await fillWhatIsMissing()
  const load = loadOfMachine()
  const quiet = isQuiet(load)
  say(
    `load of the machine before measuring: ${load ?? 'not known'} (${quiet ? 'quiet' : 'NOT quiet: times tell of other programs too'})`,
  )
  const measured: Measured[] = []
  for (const size of sizes) measured.push(await measureSize(size))
  tellGrowth(measured)
  const bounds = measured.at(-1)?.bounds ?? []
  say(`\n| bound, ${persons.toLocaleString('en')} persons | found | allowed | |\n|---|---|---|---|`)
  for (const bound of bounds) say(shownBound(bound))
  conclude(bounds, quiet)

  async function fillWhatIsMissing(): Promise<void> {
    const server = await startServer(home, 'filling')
    try {
      for (const size of sizes) {
        const there = await findCounty(server, size)
        if (there === undefined) await makeCounty(server, { persons: size, procedures, say })
        else say(`kept: ${size.toLocaleString('en')} persons of ${there.today}`)
      }
    } finally {
      await server.stop()
    }
  }

  async function measureSize(size: number): Promise<Measured> {
    const server = await startServer(home, 'measuring')
    try {
      const county = await findCounty(server, size)
      if (county === undefined) throw new Error(`the county of ${size} is gone`)
      say(`\n## ${size.toLocaleString('en')} persons`)
      const found = await measureCounty(county, {
        server,
        procedures,
        parts,
        seconds,
        searchSessions: small ? 20 : 200,
        caseSessions: small ? 60 : 1000,
        rates: rates ?? [small ? 5 : 50],
        say,
      })
      say(`load of the machine after it: ${loadOfMachine() ?? 'not known'}`)
      return found
    } finally {
      await server.stop()
    }
  }

  function tellGrowth([first, last]: readonly Measured[]): void {
    if (first === undefined || last === undefined) return
    say(`\n| growth | ${sizes.map((size) => size.toLocaleString('en')).join(' | ')} | times |\n|---|---|---|---|`)
    for (const [name, before] of first.grown) {
      const after = last.grown.get(name) ?? Number.NaN
      say(`| ${name} | ${before.toFixed(2)} | ${after.toFixed(2)} | ${(after / before).toFixed(2)} |`)
    }
  }

  function conclude(bounds: readonly Bound[], quiet: boolean): void {
    const broken = bounds.filter((bound) => !isKept(bound)).length
    say(
      `\n${bounds.length - broken} bounds kept, ${broken} not${quiet ? '' : '; the machine was not quiet, so nothing follows'}`,
    )
    if (quiet && broken > 0) process.exitCode = 1
  }
} catch (error) {
  // Told before everything is taken down, whose own errors would hide it.
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exitCode = 1
} finally {
  await end()
}
