import type { Command } from '../command.ts'
import { runOperation } from '../run-operation.ts'

export const upgrade: Command = {
  name: 'upgrade',
  usage: '[--to FOLDER]',
  summary: { zh: '先备份，再升级数据库并核对', en: 'backs up, brings the database forward, and proves it' },
  run: (args, terminal) => runOperation('upgrade', args, terminal),
}
