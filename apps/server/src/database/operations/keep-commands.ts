import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { verifyChains } from '../audit/verify-chain.ts'
import { readMigrations } from '../migrate.ts'
import { backup } from './backup.ts'
import { asOwner, usage, type Operation } from './operation.ts'
import { restore } from './restore.ts'
import { upgrade } from './upgrade.ts'

/** `backup [--to FOLDER]` */
export const backupCommand: Operation = async ({ args, say }) => {
  const { values } = parseArgs({ args: [...args], options: { to: { type: 'string' } } })
  return asOwner(async (client, { secrets, home }) => {
    const now = Temporal.Now.instant()
    const folder = values.to ?? join(home, 'backups', stamp(now))
    const { tables } = await backup(client, { folder, secrets, now })
    const rows = tables.reduce((sum, table) => sum + table.rows, 0)
    say({
      zh: `已备份 ${tables.length} 张表、${rows} 行到 ${folder}`,
      en: `${tables.length} tables, ${rows} rows are in ${folder}`,
    })
    say({
      zh: `密钥不在备份里，请另行妥善保存：${join(home, 'keys/secrets.json')}`,
      en: `keys are not in it; keep them elsewhere: ${join(home, 'keys/secrets.json')}`,
    })
    return 0 as const
  })
}

/** `restore FOLDER` */
export const restoreCommand: Operation = async ({ args, say }) => {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} })
  const [folder] = positionals
  if (folder === undefined) throw usage({ zh: '用法：restore 备份目录', en: 'usage: restore FOLDER' })
  return asOwner(
    async (client, { secrets }) => {
      const { tables, madeAt } = await restore(client, { folder, secrets, migrations: await readMigrations() })
      const rows = tables.reduce((sum, table) => sum + table.rows, 0)
      say({ zh: `已恢复 ${madeAt} 的 ${rows} 行`, en: `${rows} rows of ${madeAt} are back` })
      const { broken } = await verifyChains(client)
      say(
        broken.length === 0
          ? { zh: '✓ 审计链完整', en: '✓ the audit chain is whole' }
          : { zh: '✗ 审计链有断点', en: '✗ the audit chain is broken' },
      )
      return broken.length === 0 ? 0 : 1
    },
    { fresh: true },
  )
}

/** `upgrade [--to FOLDER]` */
export const upgradeCommand: Operation = async ({ args, say }) => {
  const { values } = parseArgs({ args: [...args], options: { to: { type: 'string' } } })
  return asOwner(
    async (client, { secrets, home }) => {
      const now = Temporal.Now.instant()
      const folder = values.to ?? join(home, 'backups', `before-upgrade-${stamp(now)}`)
      const done = await upgrade(client, { folder, secrets, migrations: await readMigrations(), now })
      if (done.backup !== null) say({ zh: `升级前的备份：${done.backup}`, en: `backup of before: ${done.backup}` })
      const list = done.applied.join(', ')
      say(list === '' ? { zh: '已是最新', en: 'up to date' } : { zh: `已执行：${list}`, en: `applied: ${list}` })
      const fine = done.audit.broken.length === 0 && done.differences === 0
      say({
        zh: `${fine ? '✓' : '✗'} 审计断点 ${done.audit.broken.length} 处，投影不符 ${done.differences} 处`,
        en: `${fine ? '✓' : '✗'} broken chains: ${done.audit.broken.length}; projections that differ: ${done.differences}`,
      })
      return fine ? 0 : 1
    },
    { fresh: true },
  )
}

/** A name that sorts by time and suits every file system. */
function stamp(now: Temporal.Instant): string {
  return now.toString({ smallestUnit: 'second' }).replaceAll(':', '')
}
