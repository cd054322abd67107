/** The steps of `npm run check` and `npm test`, each a named command whose failure is one failed test. */
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { environment, pinnedNode, root } from './prepare.mjs'
import { run } from './run.mjs'

const bin = (name) => join(root, 'node_modules/.bin', name)
const node = (...args) => [pinnedNode(), args]

/** Static checks: each is quick and needs only the root's packages. */
export const staticSteps = [
  ['format', bin('oxfmt'), ['--check', '.']],
  ['lint', bin('oxlint'), ['--type-aware', '--deny-warnings']],
  ['types', bin('tsc'), ['-p', '.']],
  ['types of the web', bin('tsc'), ['-p', 'apps/web']],
  ['dead exports and dependencies', bin('knip'), ['--no-progress']],
  ['generated pack schemas are current', ...node('scripts/generate-schemas.mjs', '--check')],
  ['generated API description is current', ...node('scripts/generate-openapi.mjs', '--check')],
  ['packs and their worked examples', ...node('apps/cli/src/main.ts', 'check')],
  ['licences of what ships', ...node('scripts/licences.mjs')],
]

/** Needs the folder conformance, which holds the source of the region table. */
export const regionStep = ['generated region table is current', ...node('scripts/generate-regions.mjs', '--check')]

/** Needs the folder conformance, which holds the compiler. */
export const wasmStep = ['committed WebAssembly is current', ...node('scripts/generate-demography-wasm.mjs', '--check')]

/** Starts a database of its own for a moment. */
export const databaseTypesStep = [
  'generated database types are current',
  ...node('apps/server/src/database/schema/generate.ts', '--check'),
]

/** Needs the folder e2e; its code runs partly in the page and knows the DOM. */
export const browserStep = ['types of the browser tests', bin('tsc'), ['-p', 'e2e']]

/** Runs steps in turn; returns how many passed and failed, and prints a line for each. */
export async function runSteps(steps) {
  const tally = { passed: 0, failed: 0 }
  for (const [name, command, args] of steps) {
    const started = Date.now()
    const error = await run(command, args, { cwd: root, env: environment(), quiet: true }).then(
      () => undefined,
      (failure) => failure,
    )
    tally[error ? 'failed' : 'passed'] += 1
    process.stdout.write(`${error ? '✗' : '✓'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)\n`)
    if (error) process.stdout.write(`  ${error.message}\n`)
  }
  return tally
}

/** Runs one vitest configuration, with more arguments where given; a run that dies without a report counts as one failure. */
export async function runVitest(name, config, more = []) {
  process.stdout.write(`\n— ${name}\n`)
  const report = join(mkdtempSync(join(tmpdir(), 'junheng-test-')), 'report.json')
  const args = ['run', '--config', config, '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`, ...more]
  const error = await run(bin('vitest'), args, { cwd: root, env: environment(), minutes: 25 }).then(
    () => undefined,
    (failure) => failure,
  )
  if (!existsSync(report)) return { passed: 0, failed: 1 }
  const {
    numPassedTests: passed,
    numFailedTests,
    numFailedTestSuites,
    numPendingTests,
  } = JSON.parse(readFileSync(report, 'utf8'))
  // A suite that failed to load and a skipped test are failures too.
  const failed = Math.max(numFailedTests, numFailedTestSuites > 0 ? 1 : 0, error ? 1 : 0) + numPendingTests
  return { passed, failed }
}

/** Adds up tallies, prints the closing line, and sets the exit code. */
export function conclude(tallies) {
  const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0)
  const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0)
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
}
