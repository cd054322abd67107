/** `npm run check`: the fast inner loop: every static check and the unit tests, without the long fuzzes of `npm test`. */
import { prepare } from './prepare.mjs'

await prepare('.')
const { conclude, runSteps, runVitest, staticSteps } = await import('./steps.mjs')
conclude([
  await runSteps(staticSteps),
  await runVitest('unit tests', 'vitest.config.ts', ['--exclude=**/fuzz.test.ts']),
])
