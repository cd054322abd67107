/** `npm run check`: the fast inner loop. Format, lint, types, dead code, generated files, packs, unit tests. */
import { prepare } from './prepare.mjs'

await prepare('.')
const { conclude, runSteps, runVitest, staticSteps } = await import('./steps.mjs')
conclude([await runSteps(staticSteps), await runVitest('unit tests', 'vitest.config.ts')])
