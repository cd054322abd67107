import type { Command } from '../command.ts'
import { runOperation } from '../run-operation.ts'

export const staff: Command = {
  name: 'staff',
  usage: 'FILE.json',
  summary: {
    zh: '从文件设立一个县的岗位和第一位管理员',
    en: 'sets up the posts of a county and its first administrator',
  },
  run: (args, terminal) => runOperation('staff', args, terminal),
}
