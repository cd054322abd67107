/** `npm test`: everything. Prepares the databases and the browser by itself; ends with `N passed, N failed`. */
import { prepare } from './prepare.mjs'
import { buildWeb } from './web-build.mjs'

await prepare('.')
await prepare('conformance')
await prepare('e2e')
const { browserStep, conclude, databaseTypesStep, regionStep, runSteps, runVitest, staticSteps, wasmStep } =
  await import('./steps.mjs')
const tallies = [
  await runSteps([...staticSteps, regionStep, wasmStep, databaseTypesStep, browserStep]),
  await runVitest('unit tests', 'vitest.config.ts'),
  await runVitest('the register on real PostgreSQL', 'apps/server/vitest.database.config.ts'),
  await runVitest('the same answers in JavaScript, PostgreSQL, DuckDB and feelin', 'conformance/vitest.config.ts'),
]
await buildWeb()
tallies.push(await runVitest('the browser, by actor', 'e2e/vitest.config.ts'))
conclude(tallies)
