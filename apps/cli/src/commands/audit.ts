import type { Command } from '../command.ts'
import { runOperation } from '../run-operation.ts'

export const audit: Command = {
  name: 'audit',
  usage: 'verify [--root FILE] | export [--day YYYY-MM-DD] [--to FILE] | sign FILE --key KEY.pem --by NAME',
  summary: { zh: '核对审计链，导出或副署每日的根', en: 'proves the audit chain; exports or signs its daily root' },
  run: (args, terminal) => runOperation('audit', args, terminal),
}
