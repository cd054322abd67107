import type { Command } from '../command.ts'
import { runOperation } from '../run-operation.ts'

export const restore: Command = {
  name: 'restore',
  usage: 'FOLDER',
  summary: { zh: '把备份恢复到空数据库', en: 'restores a backup into an empty database' },
  run: (args, terminal) => runOperation('restore', args, terminal),
}
