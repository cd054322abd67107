import type { Command } from '../command.ts'
import { runOperation } from '../run-operation.ts'

export const keys: Command = {
  name: 'keys',
  usage: '[rotate|reseal]',
  summary: {
    zh: '加密用的密钥：列出、换新并重新加密',
    en: 'the keys that seal numbers: lists them, makes a new one and seals anew',
  },
  run: (args, terminal) => runOperation('keys', args, terminal),
}
