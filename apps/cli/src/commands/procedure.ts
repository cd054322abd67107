import { findVersion } from '@junheng/casework'
import { describeProcedure } from '@junheng/packs'
import type { Command } from '../command.ts'
import { versionsNamed } from '../find-procedure.ts'
import { findWhole } from '../load-places.ts'
import { readArguments } from '../read-arguments.ts'
import { readDay } from '../read-day.ts'
import { usageError } from '../usage-error.ts'

export const procedure: Command = {
  name: 'procedure',
  usage: 'PLACE PROCEDURE [--on YYYY-MM-DD] [--dir packs]',
  summary: {
    zh: '用话说清一个办事流程：事项、先后、期限、条款',
    en: 'says one procedure in words: items, order, terms, clauses',
  },
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, { on: { type: 'string' }, dir: { type: 'string' } })
    const [name, id, ...more] = positionals
    if (name === undefined || id === undefined || more.length > 0) {
      throw usageError({ zh: '要写一个地方和一个办事流程', en: 'give one place and one procedure' })
    }
    const { place, procedures } = await findWhole(name, values.dir)
    const day = readDay(values.on, terminal)
    const versions = versionsNamed(procedures, id)
    const version = findVersion(versions, versions[0]?.id ?? id, day)
    if (version === undefined) {
      throw usageError({ zh: `${day} 没有这个流程的规定`, en: `the procedure has no text in force on ${day}` })
    }
    for (const line of describeProcedure(place, version)) terminal.print(line[terminal.language])
    return 0
  },
}
