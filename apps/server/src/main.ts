/** `npm start`: serves the packs, the web and the office, and prints one address. Settings: docs/data.md. */
import { styleText } from 'node:util'
import { fileURLToPath } from 'node:url'
import { isDomainError } from '@junheng/kernel'
import { prepareApart } from './demonstration/prepare-apart.ts'
import type { Log } from './edge/request-log.ts'
import { readOfficeSettings } from './sign-in/office-settings.ts'
import { startServer } from './start-server.ts'

const folder = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url))
const log: Log = (line) => {
  if ('message' in line) process.stderr.write(`${line.message}\n`)
  else if (process.env['JUNHENG_LOG'] === 'requests') process.stderr.write(`${JSON.stringify(line)}\n`)
}

const wanted = process.env['JUNHENG_DEMO_PERSONS']
/** How many people the demonstration has; anything that is no number is refused by name when they are drawn. */
const demoPersons = wanted === undefined ? {} : { persons: Number(wanted) }

try {
  const host = process.env['HOST'] ?? '127.0.0.1'
  const server = await startServer({
    port: Number(process.env['PORT'] ?? 4190),
    host,
    packsDir: process.env['PACKS'] ?? folder('packs'),
    webDir: folder('apps/web/dist'),
    log,
    // Families' pages answer at once; the register opens behind them.
    office: readOfficeSettings(process.env, {
      host,
      prepare: (database, report) => prepareApart({ database, report, ...demoPersons }),
    }),
  })
  process.stdout.write(`均衡 Junheng  ${styleText('bold', server.address)}\n`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void server.close().then(() => process.exit(0)))
  }
} catch (error) {
  process.stderr.write(`${explain(error)}\n`)
  process.exitCode = 1
}

/** What happened and what to do, for the person at the terminal. */
function explain(error: unknown): string {
  if (isDomainError(error)) return `${error.text.zh}\n${error.text.en}`
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return `端口被占用，换一个：PORT=4191 npm start\nThe port is in use; choose another: PORT=4191 npm start`
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
