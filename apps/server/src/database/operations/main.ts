/** What `junheng audit|backup|keys|restore|staff|upgrade` run: the operator's view of the database, as its owner. */
import { isDomainError } from '@junheng/kernel'
import { auditCommand } from './audit-command.ts'
import { backupCommand, restoreCommand, upgradeCommand } from './keep-commands.ts'
import { keysCommand } from './keys-command.ts'
import { releaseCommand } from './release-command.ts'
import { staffCommand } from './staff-command.ts'
import type { Operation } from './operation.ts'

const operations: Readonly<Record<string, Operation>> = {
  audit: auditCommand,
  backup: backupCommand,
  keys: keysCommand,
  release: releaseCommand,
  restore: restoreCommand,
  staff: staffCommand,
  upgrade: upgradeCommand,
}

// Ended in order: what runs at the exit stops the database and clears away what is half written.
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)
  process.once(signal, () => process.exit(code))

const [name = '', language, ...args] = process.argv.slice(2)
const operation = operations[name]
const said = language === 'en' ? 'en' : 'zh'
try {
  if (operation === undefined) throw new Error(`no operation ${name}`)
  process.exitCode = await operation({ args, say: (text) => process.stdout.write(`${text[said]}\n`) })
} catch (error) {
  if (!isDomainError(error)) throw error
  process.stderr.write(`${error.text[said]}\n`)
  process.exitCode = error.code === 'usage' ? 2 : 1
}
