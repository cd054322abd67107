/** Makes the demonstration in a process of its own; see prepare-apart.ts. Ends with whoever started it. */
import { once } from 'node:events'
import { openPool } from '../database/connect.ts'
import type { ApartAnswer, ApartOrder, ApartProgress } from './prepare-apart.ts'
import { prepareDemonstration } from './prepare-demonstration.ts'

process.once('disconnect', () => process.exit(1))
const [{ persons, ...database }] = (await once(process, 'message')) as [ApartOrder]
const app = openPool(database.addresses.app)
const answer: ApartAnswer = await prepareDemonstration({
  database: { ...database, app },
  now: Temporal.Now.instant(),
  report: (progress) => void process.send?.({ progress } satisfies ApartProgress),
  ...(persons === undefined ? {} : { persons }),
}).then(
  (made) => ({ made }),
  (error: unknown) => ({ failed: error instanceof Error ? error.message : String(error) }),
)
await app.end()
process.send?.(answer, () => process.exit(0))
