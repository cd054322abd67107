import type { Command } from '../command.ts'
import { runOperation } from '../run-operation.ts'

export const backup: Command = {
  name: 'backup',
  usage: '[--to FOLDER]',
  summary: { zh: '备份数据库（不含密钥）', en: 'backs up the database, without its keys' },
  run: (args, terminal) => runOperation('backup', args, terminal),
}
